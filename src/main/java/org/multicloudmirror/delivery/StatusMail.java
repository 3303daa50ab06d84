package org.multicloudmirror.delivery;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachmentMessage;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.report.MailSubject;
import org.multicloudmirror.report.ReportHtml;
import org.multicloudmirror.report.ReportText;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.Version;

/** Makes of a report the message that camel-mail sends: plain text and HTML, the whole list attached. */
public final class StatusMail {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Whether both addresses are set. */
    public static boolean isWantedBy(Settings settings) {
        return !settings.text(Setting.MAIL_FROM).isEmpty()
                && !settings.text(Setting.MAIL_TO).isEmpty();
    }

    /** Whether both addresses are set, and the report is one that is to be mailed. */
    public boolean isWanted(Delivery delivery) {
        return isWantedBy(delivery.settings())
                && delivery.isDue(delivery.settings().text(Setting.MAIL_WHEN));
    }

    /** Turns a message whose body is a delivery into the mail. */
    public void compose(Exchange exchange) {
        Message message = exchange.getMessage();
        Delivery delivery = message.getBody(Delivery.class);
        Settings settings = delivery.settings();
        Report report = delivery.report();
        // every header would go out as a header of the mail
        message.removeHeaders("*");
        message.setHeader("From", settings.text(Setting.MAIL_FROM));
        message.setHeader("To", settings.text(Setting.MAIL_TO));
        message.setHeader("Subject", MailSubject.of(subject(settings, report), report));
        String sender = Version.current() + " on " + HostName.ours();
        message.setHeader("CamelMailAlternativeBody", ReportText.render(report, sender));
        message.setBody(ReportHtml.render(report, sender));
        AttachmentMessage attachments = new DefaultAttachmentMessage(message);
        delivery.runReport()
                .attachment()
                .ifPresent(file -> attachments.addAttachment(
                        "multi-cloud-mirror.csv.gz", new DataHandler(new FileDataSource(file.toFile()) {
                            @Override
                            public String getContentType() {
                                return "application/gzip";
                            }
                        })));
    }

    private static String subject(Settings settings, Report report) {
        String configured = settings.text(Setting.MAIL_SUBJECT);
        return configured.isEmpty()
                ? "[Multi-Cloud Mirror] Script Run at "
                        + TIME.format(report.started().atZone(ZoneId.systemDefault()))
                : configured;
    }
}
