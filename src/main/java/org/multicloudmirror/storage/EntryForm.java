package org.multicloudmirror.storage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The form that entries have on disk while this process runs. */
public final class EntryForm {

    private EntryForm() {}

    /** Writes an entry. */
    public static void write(DataOutputStream out, ObjectEntry entry) throws IOException {
        // character by character: a key may be no text, and an encoding would replace what is none
        out.writeInt(entry.key().length());
        out.writeChars(entry.key());
        out.writeLong(entry.size());
        out.writeUTF(entry.etag().value());
        out.writeBoolean(entry.etag().isMd5());
        out.writeUTF(entry.lastModified().toString());
        out.writeBoolean(entry.maybeManifest());
        out.writeBoolean(entry.maybeArchived());
    }

    /** Reads an entry that was written. */
    public static ObjectEntry read(DataInputStream in) throws IOException {
        byte[] key = in.readNBytes(in.readInt() * Character.BYTES);
        return new ObjectEntry(
                ByteBuffer.wrap(key).asCharBuffer().toString(),
                in.readLong(),
                new ETag(in.readUTF(), in.readBoolean()),
                Instant.parse(in.readUTF()),
                in.readBoolean(),
                in.readBoolean());
    }
}
