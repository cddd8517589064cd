package io.giaovan.paymentgateway.sandbox.bank;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.rail.bank.file.SafeXml;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.giaovan.paymentgateway.sandbox.SandboxKeys;
import io.giaovan.paymentgateway.sandbox.bank.MongoBankBooks.Booking;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bson.Document;
import org.w3c.dom.Element;

/** The fake bank by file: orders as pain.001, answered by pain.002; days as camt.053, camt.054 and MT940. */
@Controller("/sandbox/bank/files")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BankFilesController {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private final MongoBankBooks books;
    private final SandboxKeys keys;
    private final VietQrSettings account;
    private final Clock clock;

    BankFilesController(MongoBankBooks books, SandboxKeys keys, VietQrSettings account, Clock clock) {
        this.books = books;
        this.keys = keys;
        this.account = account;
        this.clock = clock;
    }

    /** Carries orders out. An account that ends in {@code reject} is refused; the same order again is not paid again. */
    @Post(value = "/orders", consumes = MediaType.APPLICATION_XML, produces = MediaType.APPLICATION_XML)
    String orders(HttpRequest<?> request, @Body String file) {
        keys.checkControl(BearerKey.get(request));
        Element root = SafeXml.read(file).getDocumentElement();
        List<Element> messages = SafeXml.children(root, "CstmrCdtTrfInitn");
        if (messages.size() != 1) {
            throw ProblemException.invalid("file", root.getLocalName(), "is no pain.001");
        }
        Element message = messages.getFirst();
        List<Element> transfers = SafeXml.children(message, "PmtInf").stream()
                .flatMap(part -> SafeXml.children(part, "CdtTrfTxInf").stream())
                .toList();
        long sum = transfers.stream()
                .mapToLong(transfer -> Long.parseLong(SafeXml.text(transfer, "Amt/InstdAmt")))
                .sum();
        boolean adds = SafeXml.text(message, "GrpHdr/NbOfTxs").equals(Integer.toString(transfers.size()))
                && SafeXml.text(message, "GrpHdr/CtrlSum").equals(Long.toString(sum));
        StringBuilder report = new StringBuilder(HEAD)
                .append("<Document xmlns=\"" + SPACE
                        + "pain.002.001.03\"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>")
                .append(SafeXml.text(message, "GrpHdr/MsgId"))
                .append("</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>")
                .append(adds ? "PART" : "RJCT")
                .append(adds ? "</GrpSts>" : "</GrpSts><StsRsnInf><Rsn><Cd>AM10</Cd></Rsn></StsRsnInf>")
                .append("</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>");
        for (Element transfer : adds ? transfers : List.<Element>of()) {
            String id = SafeXml.text(transfer, "PmtId/EndToEndId");
            boolean refused = SafeXml.text(transfer, "CdtrAcct/Id/Othr/Id").endsWith("reject");
            books.order(new Document("_id", id)
                    .append("schema", 1)
                    .append("amount", Long.parseLong(SafeXml.text(transfer, "Amt/InstdAmt")))
                    .append("creditorAccount", SafeXml.text(transfer, "CdtrAcct/Id/Othr/Id"))
                    .append("content", SafeXml.text(transfer, "RmtInf/Ustrd"))
                    .append("status", refused ? "RJCT" : "ACCP"));
            books.settle(id, clock.instant());
            report.append("<TxInfAndSts><OrgnlEndToEndId>")
                    .append(escaped(id))
                    .append("</OrgnlEndToEndId><TxSts>")
                    .append(refused ? "RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>" : "ACSC</TxSts>")
                    .append("</TxInfAndSts>");
        }
        return report.append("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>").toString();
    }

    @Get(value = "/camt053", produces = MediaType.APPLICATION_XML)
    String camt053(HttpRequest<?> request, @QueryValue String day) {
        return camt(request, day, "camt.053.001.02", "BkToCstmrStmt", "Stmt");
    }

    @Get(value = "/camt054", produces = MediaType.APPLICATION_XML)
    String camt054(HttpRequest<?> request, @QueryValue String day) {
        return camt(request, day, "camt.054.001.02", "BkToCstmrDbtCdtNtfctn", "Ntfctn");
    }

    private String camt(HttpRequest<?> request, String day, String form, String message, String part) {
        StringBuilder file = new StringBuilder(HEAD)
                .append("<Document xmlns=\"" + SPACE + form + "\"><" + message + "><" + part + "><Id>D" + day + "</Id>")
                .append("<Acct><Id><Othr><Id>" + account.accountNumber() + "</Id></Othr></Id><Ccy>VND</Ccy></Acct>");
        for (Booking booking : bookings(request, day)) {
            boolean out = booking.amount() < 0;
            String reference = escaped(booking.reference());
            file.append("<Ntry><Amt Ccy=\"VND\">" + Math.abs(booking.amount()) + "</Amt><CdtDbtInd>")
                    .append(out ? "DBIT" : "CRDT")
                    .append("</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>" + booking.at()
                            + "</DtTm></BookgDt><AcctSvcrRef>")
                    .append(out ? "OUT" + reference : reference)
                    .append("</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>")
                    .append(out ? reference : "NOTPROVIDED")
                    .append("</EndToEndId></Refs>")
                    .append(
                            out
                                    ? ""
                                    : "<RltdPties><DbtrAcct><Id><Othr><Id>9704"
                                            + "00112233</Id></Othr></Id></DbtrAcct></RltdPties>")
                    .append("<RmtInf><Ustrd>" + escaped(booking.content())
                            + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>");
        }
        return file.append("</" + part + "></" + message + "></Document>").toString();
    }

    /** References are cut to what SWIFT allows; the content has them whole. */
    @Get(value = "/mt940", produces = MediaType.TEXT_PLAIN)
    String mt940(HttpRequest<?> request, @QueryValue String day) {
        String date = SHORT.format(dayOf(day));
        StringBuilder file = new StringBuilder(":20:SANDBOX\r\n:25:" + account.accountNumber() + "\r\n:28C:" + date
                + "/1\r\n:60F:C" + date + "VND0,\r\n");
        for (Booking booking : bookings(request, day)) {
            boolean out = booking.amount() < 0;
            file.append(":61:" + date + date.substring(2) + (out ? "D" : "C") + Math.abs(booking.amount()) + ",NTRF")
                    .append(cut(booking.reference()) + "//" + cut("B" + booking.reference()) + "\r\n")
                    .append(":86:" + booking.content() + " " + booking.reference() + "\r\n");
        }
        return file.append(":62F:C" + date + "VND0,\r\n-").toString();
    }

    private List<Booking> bookings(HttpRequest<?> request, String day) {
        keys.checkControl(BearerKey.get(request));
        ServiceDay asked = new ServiceDay(dayOf(day), ServiceDay.VIETNAM);
        return books.bookings(
                account.accountNumber(),
                asked.at(LocalTime.MIDNIGHT),
                asked.next().at(LocalTime.MIDNIGHT));
    }

    private static LocalDate dayOf(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("day", day, "is not a day like 2026-11-24");
        }
    }

    private static String cut(String reference) {
        return reference.substring(0, Math.min(16, reference.length()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
