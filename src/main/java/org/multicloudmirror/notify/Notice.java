package org.multicloudmirror.notify;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.settings.NoticeProperty;
import org.multicloudmirror.settings.NoticeSettings;

/** What one webhook is told of a run, or one ping. It knows its receiver by name: no secret is in it. */
public final class Notice {

    private final String name;
    private final NoticeProperty address;
    private final NoticeSettings settings;
    private final @Nullable Delivery delivery;
    private final String id = "msg_" + UUID.randomUUID();
    private long began;

    private Notice(String name, NoticeProperty address, NoticeSettings settings, @Nullable Delivery delivery) {
        this.name = name;
        this.address = address;
        this.settings = settings;
        this.delivery = delivery;
    }

    static Notice webhook(String name, NoticeSettings settings, Delivery delivery) {
        return new Notice(name, NoticeProperty.URL, settings, delivery);
    }

    /**
     * @param when {@link NoticeProperty#PING_START} or another time of a run
     */
    static Notice ping(String name, NoticeSettings settings, NoticeProperty when) {
        return new Notice(name, when, settings, null);
    }

    /** The same however often it is tried. */
    String id() {
        return id;
    }

    /** Its time begins. */
    void begin() {
        began = System.nanoTime();
    }

    /** How long ago it began. */
    long elapsedNanos() {
        return System.nanoTime() - began;
    }

    /** What is told; nothing by a ping. */
    Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** A property of its receiver, as it is now. */
    String setting(NoticeProperty property) {
        return settings.text(property, name);
    }

    /** Where it goes, as it is now; empty where nothing is called at this time. */
    Optional<Address> address() {
        String own = setting(address);
        if (!own.isEmpty()) {
            return Optional.of(Address.parse(own));
        }
        String base = address.group().equals("pings") ? setting(NoticeProperty.PING_URL) : "";
        return base.isEmpty()
                ? Optional.empty()
                : Optional.of(Address.parse(base).below(suffix()));
    }

    /** As monitoring services of this kind have it. */
    private String suffix() {
        return switch (address) {
            case PING_START -> "/start";
            case PING_FAILURE -> "/fail";
            case URL, SECRET, FORM, WHEN, PING_URL, PING_SUCCESS -> "";
        };
    }

    /** For people, such as {@code webhook team} or {@code ping nightly (start)}. */
    @Override
    public String toString() {
        return address == NoticeProperty.URL ? "webhook " + name : "ping " + name + " (" + address.property() + ")";
    }
}
