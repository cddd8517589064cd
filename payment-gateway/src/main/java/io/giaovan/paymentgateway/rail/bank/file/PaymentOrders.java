package io.giaovan.paymentgateway.rail.bank.file;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes orders as pain.001.001.03, the customer credit transfer initiation. */
final class PaymentOrders {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";

    private PaymentOrders() {}

    /** Who pays. */
    record Payer(String name, String account, String bankCode) {}

    static String write(String messageId, Payer payer, LocalDate day, Instant now, List<BankFileOrder> orders) {
        BigDecimal sum = orders.stream().map(PaymentOrders::major).reduce(BigDecimal.ZERO, BigDecimal::add);
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            xml.writeStartElement("GrpHdr");
            leaf(xml, "MsgId", messageId);
            leaf(xml, "CreDtTm", now.truncatedTo(ChronoUnit.SECONDS).toString());
            leaf(xml, "NbOfTxs", Integer.toString(orders.size()));
            leaf(xml, "CtrlSum", sum.toPlainString());
            nested(xml, payer.name(), "InitgPty", "Nm");
            xml.writeEndElement();
            xml.writeStartElement("PmtInf");
            leaf(xml, "PmtInfId", messageId + "-1");
            leaf(xml, "PmtMtd", "TRF");
            leaf(xml, "NbOfTxs", Integer.toString(orders.size()));
            leaf(xml, "CtrlSum", sum.toPlainString());
            leaf(xml, "ReqdExctnDt", day.toString());
            nested(xml, payer.name(), "Dbtr", "Nm");
            nested(xml, payer.account(), "DbtrAcct", "Id", "Othr", "Id");
            nested(xml, payer.bankCode(), "DbtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId");
            for (BankFileOrder order : orders) {
                transfer(xml, order);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("orders cannot be written as XML", impossible);
        }
        return text.toString();
    }

    private static void transfer(XMLStreamWriter xml, BankFileOrder order) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        nested(xml, order.endToEndId(), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", order.amount().currency());
        xml.writeCharacters(major(order).toPlainString());
        xml.writeEndElement();
        xml.writeEndElement();
        nested(xml, order.payeeAccount(), "CdtrAcct", "Id", "Othr", "Id");
        nested(xml, order.content(), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private static BigDecimal major(BankFileOrder order) {
        return BigDecimal.valueOf(
                order.amount().amount(),
                Currency.getInstance(order.amount().currency()).getDefaultFractionDigits());
    }

    private static void nested(XMLStreamWriter xml, String text, String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(text);
        for (int open = 0; open < names.length; open++) {
            xml.writeEndElement();
        }
    }

    private static void leaf(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        nested(xml, text, name);
    }
}
