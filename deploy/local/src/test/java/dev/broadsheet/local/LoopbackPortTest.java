package dev.broadsheet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    @Test
    void aPortInUseIsNamedTogetherWithWhatItWasFor() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPort.require(taken.getLocalPort(), "the Kafka broker"))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("the Kafka broker");
        }
    }

    @Test
    void aFreePortCanBeRequired() {
        int port = LoopbackPort.free();

        assertThat(LoopbackPort.require(port, "anything")).isEqualTo(port);
    }
}
