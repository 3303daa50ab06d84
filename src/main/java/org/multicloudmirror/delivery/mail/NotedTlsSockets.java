package org.multicloudmirror.delivery.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import javax.net.ssl.SSLSocketFactory;

/** Encrypted connections that are noted down when they are made; what they are made over is noted already. */
final class NotedTlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final NotedSockets sockets;

    NotedTlsSockets(SSLSocketFactory tls, Queue<Socket> noted) {
        this.tls = tls;
        this.sockets = new NotedSockets(tls, noted);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean closesUnder) throws IOException {
        return tls.createSocket(under, host, port, closesUnder);
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }
}
