package org.multicloudmirror.delivery.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is sent of a mail that its server found too large: the beginning of its text, and nothing attached. */
final class ShortMail {

    /** In characters: no server takes less, and a screen shows less. */
    private static final int MOST = 16 * 1024;

    private ShortMail() {}

    /**
     * The mail in short.
     *
     * @param reason what the server said
     */
    static MimeMessage of(MimeMessage mail, Session session, String reason) throws MessagingException {
        MimeMessage small = new MimeMessage(session);
        small.addFrom(mail.getFrom());
        small.setRecipients(Message.RecipientType.TO, mail.getRecipients(Message.RecipientType.TO));
        small.setSubject(mail.getSubject(), StandardCharsets.UTF_8.name());
        String head = "The mail server refused the whole mail as too large (" + reason
                + "): this one has no list attached, and at most the beginning of the text.\n\n";
        String text = text(mail).orElse("");
        String beginning = text.length() <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST))) + "\n...\n";
        small.setText(head + beginning, StandardCharsets.UTF_8.name());
        return small;
    }

    private static Optional<String> text(Part part) throws MessagingException {
        try {
            if (part.isMimeType("text/plain")) {
                return Optional.of(String.valueOf(part.getContent()));
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Optional<String> found = text(parts.getBodyPart(i));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be made shorter", e);
        }
    }
}
