package org.multicloudmirror.component;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.multicloudmirror.component.ObjectChange.Kind;
import org.multicloudmirror.storage.EntryForm;
import org.multicloudmirror.storage.ObjectEntry;

/** Changes on disk, read in the order that they were written in; the file goes when this is closed. For one thread. */
final class ChangeFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final DataOutputStream out;
    private long count;

    ChangeFile() {
        try {
            file = FileChannel.open(
                    Files.createTempFile("multi-cloud-mirror-changes-", ".tmp"), READ, WRITE, DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failed(e);
        }
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(Kind kind, ObjectEntry entry) {
        try {
            out.writeUTF(kind.name());
            EntryForm.write(out, entry);
            count++;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** All that was written, from the beginning; one reading at a time. */
    Iterator<ObjectChange> read() {
        try {
            out.flush();
            return new Reading(
                    new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER)),
                    count);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException why) {
        return new UncheckedIOException(
                "keeping a listing in the temporary directory " + System.getProperty("java.io.tmpdir") + ": "
                        + why.getMessage(),
                why);
    }

    private static final class Reading implements Iterator<ObjectChange> {

        private final DataInputStream in;
        private long left;

        Reading(DataInputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public ObjectChange next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            try {
                left--;
                return new ObjectChange(Kind.valueOf(in.readUTF()), EntryForm.read(in));
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }
}
