package dev.broadsheet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback interface. */
final class LoopbackPort {

    // Below the range from which operating systems take the ports of outgoing connections (32768 on Linux, 49152 by
    // IANA): a port found free here is not taken by some client in the moment before the server binds it.
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    private LoopbackPort() {}

    /** A port on which nothing listens at the moment. */
    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface in " + TRIES + " tries");
    }

    /** Whether a server could bind the port now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The given port.
     *
     * @throws LocalStartException when something else listens there
     */
    static int require(int port, String what) {
        if (!isFree(port)) {
            throw new LocalStartException(
                    "port " + port + " for " + what + " is in use; stop what listens there or give another port");
        }
        return port;
    }
}
