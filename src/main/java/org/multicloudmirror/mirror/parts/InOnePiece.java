package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.Upload;

/** Objects that have parts and are copied without: their parts prove them all the same. */
public final class InOnePiece {

    private final Transfer transfer;

    public InOnePiece(Transfer transfer) {
        this.transfer = transfer;
    }

    /**
     * An upload, and what its equality with the source rests on where no MD5 of the whole tells.
     *
     * @param proof {@link Proof#PARTS} or {@link Proof#SENT}
     */
    public record Proven(Upload upload, Proof proof) {}

    /**
     * The upload of an opened source, which has been read and proven where its parts are told.
     *
     * @param planned the same object as it was looked at before
     * @throws org.multicloudmirror.storage.CorruptCopyException when the bytes that were read are not those of the source
     * @throws SourceChangedException when it is not the same any more
     */
    public Proven prepare(PartedCopy planned, ObjectContent content) {
        Copy copy = planned.object();
        if (content.info().etag().isMd5() || planned.layouts().isEmpty()) {
            return new Proven(transfer.prepare(copy, content), Proof.SENT);
        }
        boolean isTagged = content.info().etag().isKnown();
        if (isTagged && !content.info().etag().equals(planned.source().etag())) {
            close(content.body());
            throw new SourceChangedException(copy.task().source().toString());
        }
        SourceProof proof = new SourceProof(planned.whole());
        PartTurn turn = new PartTurn(0, proof.hashes());
        // its tag is no MD5: all of it is read here
        Upload held = transfer.prepare(copy, new ObjectContent(content.info(), new HashedStream(content.body(), turn)));
        try {
            turn.leave(turn.md5());
            return proven(planned, held, proof, isTagged);
        } catch (RuntimeException e) {
            close(held.body());
            throw e;
        }
    }

    private Proven proven(PartedCopy planned, Upload held, SourceProof proof, boolean isTagged) {
        Copy copy = planned.object();
        Optional<PartLayout> layout = proof.proven();
        if (layout.isEmpty() && !isTagged) {
            throw new RejectedException(
                    copy.task().source() + ": the store tells no ETag with its bytes, and nothing else tells"
                            + " of which version they are; ask whoever runs it, or what is in between");
        }
        if (layout.isEmpty() && proof.isGuess()) {
            proof.checkReadTwice(copy, held.expected());
        }
        // one part is what the whole MD5 proves
        List<Long> parts =
                layout.map(PartLayout::sizes).filter(sizes -> sizes.size() > 1).orElse(List.of());
        ObjectMetadata metadata = transfer.outgoing(copy, planned.source(), parts);
        return new Proven(new Upload(metadata, held.size(), held.expected(), held.body()), proof.proof(layout));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
