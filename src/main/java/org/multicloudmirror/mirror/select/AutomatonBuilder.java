package org.multicloudmirror.mirror.select;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Puts an automaton together from the beginning of what it describes to its end. */
final class AutomatonBuilder {

    /** Where a character leads from one place to another. */
    private record Edge(int from, IntPredicate takes, int to) {}

    /** Alternatives that are not closed yet: where they begin, and where all of them end. */
    private record Group(int start, int end) {}

    private final List<Edge> edges = new ArrayList<>();
    /** For each place those that are reached from it without a character. */
    private final List<List<Integer>> links = new ArrayList<>();

    private final Deque<Group> groups = new ArrayDeque<>();
    private int here = place();

    /** One character of these follows. */
    void one(IntPredicate takes) {
        int behind = place();
        edges.add(new Edge(here, takes, behind));
        here = behind;
    }

    /** Any number of these characters follows. */
    void many(IntPredicate takes) {
        int loop = place();
        links.get(here).add(loop);
        edges.add(new Edge(loop, takes, loop));
        here = loop;
    }

    /** What follows up to {@link #close} is one alternative of several. */
    void open() {
        groups.push(new Group(here, place()));
    }

    /** The next alternative begins. */
    void or() {
        Group group = groups.element();
        links.get(here).add(group.end());
        here = group.start();
    }

    /** The last alternative is over. */
    void close() {
        or();
        here = groups.pop().end();
    }

    /** Whether alternatives are not closed. */
    boolean isOpen() {
        return !groups.isEmpty();
    }

    /** What describes all that was added. */
    Automaton build() {
        List<BitSet> reached =
                IntStream.range(0, links.size()).mapToObj(this::reached).toList();
        return new Automaton(
                edges.stream().map(Edge::takes).toList(),
                leaving(reached.get(0)),
                edges.stream().map(edge -> leaving(reached.get(edge.to()))).toList(),
                IntStream.range(0, edges.size())
                        .filter(i -> reached.get(edges.get(i).to()).get(here)),
                reached.get(0).get(here));
    }

    private IntStream leaving(BitSet places) {
        return IntStream.range(0, edges.size())
                .filter(i -> places.get(edges.get(i).from()));
    }

    /** The places that are reached from one without a character, itself among them. */
    private BitSet reached(int from) {
        BitSet reached = new BitSet();
        Deque<Integer> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            int place = left.pop();
            if (!reached.get(place)) {
                reached.set(place);
                links.get(place).forEach(left::push);
            }
        }
        return reached;
    }

    private int place() {
        links.add(new ArrayList<>(1));
        return links.size() - 1;
    }
}
