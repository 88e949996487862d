package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    @Test
    void eachIsHigherThanTheOneBeforeWhateverTheClockSays() {
        Revisions revisions = new Revisions(() -> 100L);

        assertThat(List.of(revisions.next(90), revisions.next(90), revisions.next(500), revisions.next(20)))
                .containsExactly(101L, 102L, 500L, 501L);
    }

    @Test
    void inATopicWithoutPagesTheClockAloneCounts() {
        assertThat(new Revisions(() -> Long.MIN_VALUE).next(90)).isEqualTo(90);
    }

    @Test
    void aQuestionThatFailedIsAskedAgainAndOneThatWasJustAnsweredIsNot() {
        Iterator<Supplier<Long>> answers = List.<Supplier<Long>>of(
                        () -> {
                            throw new TimeoutException("no broker here");
                        },
                        () -> 100L)
                .iterator();
        Revisions revisions = new Revisions(() -> answers.next().get());

        assertThatThrownBy(() -> revisions.next(90)).isInstanceOf(TimeoutException.class);
        assertThat(revisions.next(90)).isEqualTo(101);
        assertThat(revisions.next(90)).isEqualTo(102);
    }

    @Test
    void aDoorWhoseClockIsBehindAnothersGivesTheLaterScanTheHigherNumberAllTheSame() {
        AtomicLong standing = new AtomicLong(100);
        AtomicLong now = new AtomicLong();
        Revisions revisions = new Revisions(standing::get, now::get);

        assertThat(revisions.next(90)).isEqualTo(101);
        standing.set(5_000); // the other door's
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(revisions.next(95)).isEqualTo(5_001);
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(revisions.next(9_000)).isEqualTo(9_000);
    }

    @Test
    void aDoorThatIsBusyLooksUpWhatOthersGaveWithoutWaitingForIt() {
        BlockingQueue<Long> answers = new LinkedBlockingQueue<>(List.of(100L));
        AtomicLong now = new AtomicLong();
        Revisions revisions = new Revisions(() -> taken(answers), now::get);
        assertThat(revisions.next(90)).isEqualTo(101);

        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(revisions.next(95)).as("nobody has answered yet").isEqualTo(102);
        answers.add(5_000L);
        await().until(() -> revisions.next(96) > 5_000);
    }

    private static long taken(BlockingQueue<Long> answers) {
        try {
            return answers.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyPagesAtOnceAskOnceAndGetNumbersOfTheirOwn() throws Exception {
        int pages = 16;
        CountDownLatch allWait = new CountDownLatch(pages);
        AtomicInteger asked = new AtomicInteger();
        Revisions revisions = new Revisions(() -> {
            asked.incrementAndGet();
            try {
                allWait.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 100L;
        });
        Callable<Long> page = () -> {
            allWait.countDown();
            return revisions.next(90);
        };
        ExecutorService doors = Executors.newFixedThreadPool(pages);
        try {
            List<Long> numbers = doors
                    .invokeAll(IntStream.range(0, pages).mapToObj(i -> page).toList())
                    .stream()
                    .map(RevisionsTest::result)
                    .sorted()
                    .toList();

            assertThat(numbers).doesNotHaveDuplicates().startsWith(101L).endsWith(100L + pages);
            assertThat(asked).hasValue(1);
        } finally {
            doors.shutdownNow();
        }
    }

    private static long result(Future<Long> number) {
        try {
            return number.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
