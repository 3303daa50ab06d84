package org.multicloudmirror.driver.s3;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.multicloudmirror.driver.AnswerLimits;

/** Reads answers in XML, which may be so deep and so large and no more. */
final class AnswerXml extends StreamReaderDelegate {

    private static final XMLInputFactory FACTORY = factory();

    /** Of an entry with its checksums and owner. */
    private static final int ELEMENTS_PER_ENTRY = 16;

    private int depth;
    private int elements;

    private AnswerXml(XMLStreamReader reader) {
        super(reader);
    }

    static XMLStreamReader of(InputStream body) throws XMLStreamException {
        return new AnswerXml(wellFormed(() -> FACTORY.createXMLStreamReader(body, "UTF-8")));
    }

    /**
     * Why an answer cannot be read.
     *
     * @param malformed what is said where it is not well-formed: a parser's words are for programmers
     */
    static IOException unread(XMLStreamException failure, IOException malformed) {
        if (failure instanceof OverLimitException) {
            return new IOException(failure.getMessage(), failure);
        }
        return failure.getNestedException() instanceof IOException wire ? wire : malformed;
    }

    /** The answer holds more than is read of one. */
    private static final class OverLimitException extends XMLStreamException {

        private static final long serialVersionUID = 1L;

        OverLimitException(String message) {
            super(message);
        }
    }

    /** A step of the parser. */
    private interface Step<T> {
        T take() throws XMLStreamException;
    }

    /** The parser has exceptions of its own for some of what is not well-formed, such as an attribute that binds xmlns. */
    private static <T> T wellFormed(Step<T> step) throws XMLStreamException {
        try {
            return step.take();
        } catch (RuntimeException e) {
            throw new XMLStreamException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int next() throws XMLStreamException {
        int event = wellFormed(super::next);
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            elements++;
            if (depth > AnswerLimits.DEPTH) {
                throw new OverLimitException("more than " + AnswerLimits.DEPTH + " elements are in each other");
            }
            if (elements > AnswerLimits.ENTRIES * ELEMENTS_PER_ENTRY) {
                throw new OverLimitException("it has more than " + AnswerLimits.ENTRIES + " entries");
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        String text = wellFormed(super::getElementText);
        depth--;
        if (text.length() > AnswerLimits.KEY) {
            throw new OverLimitException("a text in it is longer than " + AnswerLimits.KEY + " characters");
        }
        return text;
    }

    private static XMLInputFactory factory() {
        // three times as fast on a listing as the parser that Java has
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
