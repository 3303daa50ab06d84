package org.multicloudmirror.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.multicloudmirror.delivery.MailLogin;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the status mail: encrypted as the settings say, in time, and once more in short where it is too large. */
public final class MailSender extends DefaultJavaMailSender {

    private static final String CONNECT_MILLIS = "10000";
    private static final String SILENCE_MILLIS = "30000";

    /** RFC 5321, section 4.2.3, and RFC 3463, section 3.4. */
    private static final Pattern TOO_LARGE = Pattern.compile("(?s)552\\b(?!.5\\.2\\.2).*|.*\\b5\\.3\\.4\\b.*");

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    private final MailTls tls;
    private final Supplier<SSLContext> trust;
    private final Duration most;
    private final MailLogin login;

    /**
     * @param login asked for each mail
     * @param trust whom TLS believes, as it is when a mail is sent
     */
    public MailSender(Settings settings, MailLogin login, Supplier<SSLContext> trust) {
        this.tls = MailTls.of(settings);
        this.login = login;
        this.trust = trust;
        // an attempt that begins late must end, too
        this.most = Duration.ofSeconds(settings.number(Setting.REPORT_DEADLINE)).dividedBy(2);
        setHost(settings.text(Setting.MAIL_HOST));
        setPort(settings.number(Setting.MAIL_PORT));
        setSession(Session.getInstance(new Properties()));
    }

    @Override
    public void send(MimeMessage mail) throws MessagingException {
        try (MailSockets sockets = new MailSockets(most)) {
            try {
                send(mail, sockets);
            } catch (MessagingException e) {
                String answer = String.valueOf(e.getMessage()).strip();
                if (!TOO_LARGE.matcher(answer).matches()) {
                    throw e;
                }
                LOG.warn("the mail server refused the mail as too large ({}); it gets a short one", answer);
                send(ShortMail.of(mail, getSession(), answer), sockets);
            }
        }
    }

    @SuppressWarnings("JavaUtilDate") // mails have no other
    private void send(MimeMessage mail, MailSockets sockets) throws MessagingException {
        PasswordAuthentication now = login.getPasswordAuthentication();
        Transport transport = session(sockets, now.getUserName() != null).getTransport("smtp");
        try {
            transport.connect(getHost(), getPort(), now.getUserName(), now.getPassword());
            mail.setSentDate(new Date());
            mail.saveChanges();
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            throw inWords(e, sockets);
        } finally {
            close(transport);
        }
    }

    private Session session(MailSockets sockets, boolean logsIn) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(logsIn));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", SILENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", SILENCE_MILLIS);
        // a recipient that is refused is told in the log, and the others get it
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        tls.addTo(properties);
        sockets.addTo(properties, trust.get());
        return Session.getInstance(properties);
    }

    private MessagingException inWords(MessagingException failure, MailSockets sockets) {
        String server = getHost() + ":" + getPort();
        if (sockets.isCut()) {
            return new MessagingException(
                    "the mail server " + server + " has not taken it in " + most.toSeconds() + " s");
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
            if (root instanceof SSLException tls) {
                return new MessagingException("the mail server " + server + ": "
                        + HttpFailure.ofTls(tls, "set mirror.mail.tls to starttls or none"));
            }
        }
        if (root instanceof IOException cause) {
            return new MessagingException("the mail server " + server, cause);
        }
        boolean isPlain = String.valueOf(failure.getMessage()).startsWith("STARTTLS is required");
        return isPlain
                ? new MessagingException("the mail server " + server
                        + " offers no STARTTLS; set mirror.mail.tls, to none where it may all be read on the way")
                : failure;
    }

    /** What it says to the farewell is of no interest: the mail is there, or a failure is told. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the connection to the mail server is gone", e);
        }
    }
}
