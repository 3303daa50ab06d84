package org.multicloudmirror.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Answers the requests of one connection until the client hangs up. */
final class Connection implements Runnable {

    private final SocketChannel channel;
    private final Cloud cloud;
    private final Door s3;
    private final Door swift;

    Connection(SocketChannel channel, Cloud cloud, Door s3, Door swift) {
        this.channel = channel;
        this.cloud = cloud;
        this.s3 = s3;
        this.swift = swift;
    }

    @Override
    public void run() {
        try (Wire wire = new Wire(channel)) {
            Optional<String> head = wire.head();
            while (head.isPresent()) {
                Exchange exchange = new Exchange(wire, Request.of(head.get()), cloud.conditions());
                exchange.answer(door(exchange.request().path()).answer(exchange));
                head = wire.head();
            }
        } catch (IOException e) {
            if (channel.isOpen()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Door door(String path) {
        boolean isSwift =
                path.startsWith(SwiftDoor.ACCOUNT) || path.equals(SwiftDoor.LOGIN) || path.equals(SwiftDoor.INFO);
        return isSwift ? swift : s3;
    }
}
