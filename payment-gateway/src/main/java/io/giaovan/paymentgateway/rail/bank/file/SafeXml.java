package io.giaovan.paymentgateway.rail.bank.file;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of others: no document type, so no entities, nothing from outside, and not more than a bank's day. */
public final class SafeXml {
    static final int LENGTH_MAX = 20_000_000;

    private SafeXml() {}

    /** Fails with INVALID_FIELD when the text is no XML or has a document type. */
    public static Document read(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED,
                    "The file has " + text.length() + " characters, allowed are " + LENGTH_MAX);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException refused) {
            throw ProblemException.invalid("file", "", "cannot be read as XML without a document type");
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("this Java cannot read XML safely", impossible);
        }
    }

    /** Every complaint of the parser is a refusal; none is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException complaint) throws SAXException {
            throw complaint;
        }

        @Override
        public void error(SAXParseException complaint) throws SAXException {
            throw complaint;
        }

        @Override
        public void fatalError(SAXParseException complaint) throws SAXException {
            throw complaint;
        }
    }

    /** The text at a path of element names below, whatever their namespace; the empty text when there is none. */
    public static String text(Element from, String path) {
        Element at = from;
        for (String name : path.split("/")) {
            Element next = null;
            for (Element child : children(at)) {
                if (child.getLocalName().equals(name)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return "";
            }
            at = next;
        }
        return at.getTextContent().strip();
    }

    public static java.util.List<Element> children(Element of) {
        java.util.List<Element> found = new java.util.ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    public static java.util.List<Element> children(Element of, String name) {
        return children(of).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }
}
