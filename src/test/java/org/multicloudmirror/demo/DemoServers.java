package org.multicloudmirror.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;
import java.util.Set;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.logging.config.NullLoggingModule;

/** An S3 server that keeps its objects in memory, and a mail server, both on free ports of the loopback. */
final class DemoServers implements AutoCloseable {

    static final String ACCESS_KEY = "demo";
    static final String SECRET_KEY = "demo-secret";

    private final BlobStoreContext objects;
    private final S3Proxy s3;
    private final GreenMail mail;

    DemoServers() throws Exception {
        objects = ContextBuilder.newBuilder("transient-nio2")
                .credentials("none", "none")
                .modules(Set.of(new NullLoggingModule()))
                .overrides(new Properties())
                .buildView(BlobStoreContext.class);
        s3 = S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
        s3.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
    }

    String s3Endpoint() {
        return "http://127.0.0.1:" + s3.getPort();
    }

    int mailPort() {
        return mail.getSmtp().getPort();
    }

    /** The last mail that arrived. */
    MimeMessage lastMail() {
        MimeMessage[] mails = mail.getReceivedMessages();
        return mails[mails.length - 1];
    }

    @Override
    public void close() {
        mail.stop();
        objects.close();
        try {
            s3.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the demo's S3 server did not stop", e);
        }
    }
}
