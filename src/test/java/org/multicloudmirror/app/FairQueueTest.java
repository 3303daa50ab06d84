package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private static final int LENGTH = 3;

    private final CamelContext camel = new DefaultCamelContext();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> ended = new HashSet<>();
    private final FairQueue queue = new FairQueue(LENGTH, new Lanes.Runs() {
        @Override
        public int most(Exchange message) {
            return message.getMessage().getHeader("MirrorRun", "", String.class).equals("two-at-a-time")
                    ? 2
                    : Integer.MAX_VALUE;
        }

        @Override
        public boolean isUnderWay(String run) {
            return !ended.contains(run);
        }
    });

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void oneRunKeepsItsOrder() {
        add("a", "1", "2", "3");

        assertThat(taken(4)).containsExactly("1", "2", "3");
        assertThat(queue).isEmpty();
    }

    @Test
    void runsTakeTurns() {
        add("a", "a1", "a2", "a3");
        add("b", "b1", "b2");

        assertThat(taken(5)).containsExactly("a1", "b1", "a2", "b2", "a3");
    }

    @Test
    void whoHasJustBegunIsNext() {
        add("a", "a1", "a2", "a3");
        add("b", "b1", "b2", "b3");
        taken(2);

        add("c", "c1");

        assertThat(taken(2)).containsExactly("c1", "a2");
    }

    @Test
    void whoComesDropByDropTakesNoMoreThanItsTurns() {
        add("many", "m1", "m2", "m3");
        List<String> taken = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            add("few", "f" + i);
            taken.addAll(taken(1));
        }

        assertThat(taken).containsExactly("m1", "f1", "m2");
    }

    @Test
    void aFirstTurnIsHadOnce() {
        add("many", "m1", "m2", "m3");
        taken(1);
        add("few", "f1");
        taken(1);
        // a lane is made, which is when those of ended runs go
        add("other", "o1");
        add("few", "f2");

        assertThat(taken(3)).containsExactly("o1", "m2", "f2");
    }

    @Test
    void whatAnEndedRunHasHadIsForgotten() {
        add("b", "b1");
        taken(1);
        add("a", "a1");
        taken(1);
        ended.add("a");
        add("c", "c1");
        taken(1);

        add("b", "b2");
        add("a", "a2");

        assertThat(taken(2)).containsExactly("a2", "b2");
    }

    @Test
    void aFullLaneHoldsUpNobodyElse() throws Exception {
        add("a", "a1", "a2", "a3");
        assertThat(queue.offer(message("a", "a4"))).isFalse();

        assertThat(queue.offer(message("b", "b1"))).isTrue();
        Future<?> waiting = threads.submit(() -> {
            queue.put(message("a", "a4"));
            return null;
        });
        assertThat(taken(2)).containsExactly("a1", "b1");
        waiting.get(10, TimeUnit.SECONDS);

        assertThat(taken(3)).containsExactly("a2", "a3", "a4");
    }

    @Test
    void whoWaitsGetsWhatComes() throws Exception {
        Future<Exchange> waiting = threads.submit(() -> queue.poll(1, TimeUnit.HOURS));
        Future<Exchange> another = threads.submit(queue::take);

        add("a", "1", "2");

        assertThat(List.of(body(waiting.get(10, TimeUnit.SECONDS)), body(another.get(10, TimeUnit.SECONDS))))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whoWaitsAtAClosedQueueIsSentAway() throws Exception {
        Future<Exchange> waiting = threads.submit(() -> queue.poll(1, TimeUnit.HOURS));
        await().until(FairQueueTest::somebodyWaits);

        queue.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isNull();
        assertThat(queue.poll(1, TimeUnit.HOURS)).as("who comes later").isNull();
    }

    @Test
    void aClosedQueueGivesWhatItHasAndTakesWhatComes() {
        add("a", "1");
        queue.close();

        assertThat(body(queue.remove())).isEqualTo("1");
        add("a", "2");
        assertThat(body(queue.remove())).isEqualTo("2");
    }

    @Test
    void noMoreOfARunAreInWorkThanItMayHave() throws InterruptedException {
        add("two-at-a-time", "1", "2", "3");
        Exchange first = queue.take();
        queue.poll();

        assertThat(queue.poll()).as("two are in work").isNull();
        assertThat(queue)
                .as("it waits, and is found by who looks for lost messages")
                .hasSize(1);
        add("b", "b1");
        assertThat(taken(1)).as("others are not passed over").containsExactly("b1");

        done(first);
        assertThat(taken(1)).containsExactly("3");
    }

    @Test
    void whoWaitsForAPlaceInWorkIsWoken() throws Exception {
        add("two-at-a-time", "1", "2", "3");
        Exchange first = queue.take();
        queue.poll();
        Future<Exchange> waiting = threads.submit(() -> queue.poll(1, TimeUnit.HOURS));
        await().until(FairQueueTest::somebodyWaits);

        done(first);

        assertThat(body(waiting.get(10, TimeUnit.SECONDS))).isEqualTo("3");
    }

    @Test
    void messagesWithoutARunAreOneRuns() {
        add(null, "1", "2");

        assertThat(taken(2)).containsExactly("1", "2");
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        int each = 2_000;
        List<Future<?>> putting = new ArrayList<>();
        for (String run : List.of("a", "b", "two-at-a-time")) {
            putting.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    queue.put(message(run, run + i));
                }
                return null;
            }));
        }
        List<Future<List<String>>> taking = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(this::takeAll))
                .toList();
        for (Future<?> one : putting) {
            one.get(1, TimeUnit.MINUTES);
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> one : taking) {
            all.addAll(one.get(1, TimeUnit.MINUTES));
        }

        assertThat(all).hasSize(3 * each).doesNotHaveDuplicates();
    }

    private static boolean somebodyWaits() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(FairQueue.class.getName()));
    }

    private List<String> takeAll() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (Exchange next = queue.poll(1, TimeUnit.SECONDS); next != null; next = queue.poll(1, TimeUnit.SECONDS)) {
            taken.add(body(next));
            done(next);
        }
        return taken;
    }

    private void add(@Nullable String run, String... bodies) {
        for (String body : bodies) {
            queue.add(message(run, body));
        }
    }

    private Exchange message(@Nullable String run, String body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("MirrorRun", run);
        return exchange;
    }

    /** What comes at once, up to so many. */
    private List<String> taken(int most) {
        List<Exchange> taken = new ArrayList<>();
        queue.drainTo(taken, most);
        return taken.stream().map(FairQueueTest::body).toList();
    }

    private static String body(Exchange exchange) {
        return exchange.getMessage().getBody(String.class);
    }

    private static void done(Exchange exchange) {
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }
}
