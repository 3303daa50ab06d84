package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Swift says of its limits at {@code /info}: asked for when a limit is needed, and known for a while. One that says
 * nothing, or not now, is taken for a Swift as it comes; nothing fails for it.
 */
final class SwiftInfo implements Quirk {

    private static final Logger LOG = LoggerFactory.getLogger(SwiftInfo.class);

    private final String store;
    private final SwiftRequests requests;
    private final Learnt<SwiftFacts> learnt;

    SwiftInfo(SwiftRequests requests, QuirkMemory memory) {
        this.store = memory.store();
        this.requests = requests;
        this.learnt = new Learnt<>(memory);
    }

    /** What is known, without asking. */
    Optional<SwiftFacts> known() {
        return learnt.of(Learnt.STORE);
    }

    /** What it says, or what a Swift is like as it comes. */
    synchronized SwiftFacts facts() {
        return known().orElseGet(() -> {
            SwiftFacts told = asked();
            learnt.learn(Learnt.STORE, told);
            return told;
        });
    }

    @Override
    public MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        return known().map(told -> limits.within(told.names(), told.values(), told.items(), told.total()))
                .orElse(limits);
    }

    private SwiftFacts asked() {
        try (HttpReply reply = requests.info()) {
            if (reply.status() != 200) {
                return unknown("it answers " + reply.status());
            }
            try (JsonParser json = AnswerJson.FACTORY.createParser(reply.answer(AnswerKind.INFO))) {
                return SwiftFacts.read(json);
            }
        } catch (IOException e) {
            return unknown("its answer is not understood");
        } catch (StoreException e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private SwiftFacts unknown(String why) {
        LOG.warn("{}: /info tells no limits ({}); those that Swift comes with are taken for its own", store, why);
        return SwiftFacts.DEFAULTS;
    }
}
