package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import org.multicloudmirror.mirror.Progress;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.TransientStoreException;

/** The bytes of one part as they come from the source, hashed as they pass. */
final class PartStream extends InputStream {

    private final InputStream body;
    private final String what;
    private final long length;
    private final List<HashState> sources;
    private final Progress progress;
    private final Runnable check;
    private final MessageDigest md5 = Md5.fresh();
    private long passed;

    /**
     * @param what the source, for messages
     * @param length how many bytes were asked for
     * @param sources what else hashes them
     * @param check asked before each reading; throws when the part is given up
     */
    PartStream(InputStream body, String what, long length, List<HashState> sources, Progress progress, Runnable check) {
        this.body = body;
        this.what = what;
        this.length = length;
        this.sources = sources;
        this.progress = progress;
        this.check = check;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws TransientStoreException when the source breaks off
     */
    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        check.run();
        int read;
        try {
            read = body.read(buffer, offset, wanted);
        } catch (IOException e) {
            throw new TransientStoreException(
                    what + ": it broke off after " + passed + " of " + length + " bytes: " + e.getMessage(), e);
        }
        if (read < 0) {
            if (passed < length) {
                throw new TransientStoreException(what + ": it ended after " + passed + " of " + length + " bytes");
            }
            return -1;
        }
        md5.update(buffer, offset, read);
        for (HashState source : sources) {
            source.update(buffer, offset, read);
        }
        passed += read;
        progress.addBytes(read);
        return read;
    }

    /** The MD5 of what has passed; asked once, at the end. */
    ETag md5() {
        return ETag.ofMd5(md5.digest());
    }
}
