package org.multicloudmirror.mirror.list;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Entries in a temporary file, in the order that they were written in, read one at a time. */
final class SortedChunk implements AutoCloseable {

    private final Path file;
    private final DataInputStream in;
    private @Nullable ObjectEntry head;

    private SortedChunk(Path file) throws IOException {
        this.file = file;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** Writes entries to a new file and opens it at the first. */
    static SortedChunk of(List<ObjectEntry> entries) throws IOException {
        Path file = Files.createTempFile("multi-cloud-mirror-listing-", ".tmp");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (ObjectEntry entry : entries) {
                    write(out, entry);
                }
            }
            SortedChunk chunk = new SortedChunk(file);
            chunk.advance();
            return chunk;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Whether all entries are read. */
    boolean isEmpty() {
        return head == null;
    }

    /** The first unread entry. */
    ObjectEntry head() {
        if (head == null) {
            throw new NoSuchElementException();
        }
        return head;
    }

    /** Goes on to the next. */
    void advance() throws IOException {
        try {
            byte[] key = in.readNBytes(in.readInt());
            head = new ObjectEntry(
                    new String(key, StandardCharsets.UTF_8),
                    in.readLong(),
                    new ETag(in.readUTF(), in.readBoolean()),
                    Instant.parse(in.readUTF()),
                    in.readBoolean());
        } catch (EOFException e) {
            head = null;
        }
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        in.close();
        Files.deleteIfExists(file);
    }

    private static void write(DataOutputStream out, ObjectEntry entry) throws IOException {
        byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
        out.writeInt(key.length);
        out.write(key);
        out.writeLong(entry.size());
        out.writeUTF(entry.etag().value());
        out.writeBoolean(entry.etag().isMd5());
        out.writeUTF(entry.lastModified().toString());
        out.writeBoolean(entry.maybeManifest());
    }
}
