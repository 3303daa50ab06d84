package org.multicloudmirror.delivery.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import javax.net.SocketFactory;

/** Connections that are noted down when they are made. */
final class NotedSockets extends SocketFactory {

    private final SocketFactory made;
    private final Queue<Socket> noted;

    NotedSockets(SocketFactory made, Queue<Socket> noted) {
        this.made = made;
        this.noted = noted;
    }

    private Socket note(Socket socket) {
        noted.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return note(made.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return note(made.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return note(made.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return note(made.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return note(made.createSocket(host, port, local, localPort));
    }
}
