package io.giaovan.paymentgateway.rail.bank.file;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads what a bank booked: camt.053 (a day), camt.054 (single notices) and MT940 (a day in SWIFT's older form). */
final class StatementFile {
    private static final Pattern ENTRY = Pattern.compile(
            "(?<day>[0-9]{6})([0-9]{4})?(?<side>R?[CD])[A-Z]?(?<amount>[0-9]{1,12},[0-9]{0,2})[A-Z][A-Z0-9]{3}"
                    + "(?<reference>[^/]{0,16})(//(?<bank>.{0,16}))?.*");
    private static final String NONE = "NOTPROVIDED";

    private StatementFile() {}

    /**
     * One booking.
     *
     * @param id equal for the same booking in every copy of the file
     * @param reference the end-to-end id, else the bank's own
     * @param amount below zero when it went out
     * @param sender the account it came from, or the empty text
     */
    record Entry(String id, String reference, Money amount, Instant at, String content, String sender) {}

    /**
     * A file.
     *
     * @param whole whether it stands for a day, so that its lines are a statement; single notices are not
     */
    record Content(boolean whole, String account, List<Entry> entries) {}

    static Content read(String file) {
        return file.stripLeading().startsWith("<") ? camt(file) : mt940(file);
    }

    private static Content camt(String file) {
        Element root = SafeXml.read(file).getDocumentElement();
        List<Entry> entries = new ArrayList<>();
        String account = "";
        boolean whole = false;
        boolean known = false;
        for (Element message : SafeXml.children(root)) {
            for (Element part : SafeXml.children(message)) {
                boolean statement = part.getLocalName().equals("Stmt");
                if (!statement && !part.getLocalName().equals("Ntfctn")) {
                    continue;
                }
                known = true;
                whole |= statement;
                account = SafeXml.text(part, "Acct/Id/Othr/Id") + SafeXml.text(part, "Acct/Id/IBAN");
                String statementId = SafeXml.text(part, "Id");
                for (Element entry : SafeXml.children(part, "Ntry")) {
                    booked(entry, statementId, entries);
                }
            }
        }
        if (!known) {
            throw ProblemException.invalid("file", root.getLocalName(), "is no camt.053 or camt.054");
        }
        return new Content(whole, account, entries);
    }

    /** An entry may stand for several transfers; each becomes a line of its own. */
    private static void booked(Element entry, String statementId, List<Entry> entries) {
        String status = SafeXml.text(entry, "Sts") + SafeXml.text(entry, "Sts/Cd");
        if (status.startsWith("PDNG") || status.startsWith("INFO")) {
            return;
        }
        boolean out = SafeXml.text(entry, "CdtDbtInd").equals("DBIT");
        Instant at = instant(entry);
        String bankReference = SafeXml.text(entry, "AcctSvcrRef");
        List<Element> details = SafeXml.children(entry, "NtryDtls").stream()
                .flatMap(part -> SafeXml.children(part, "TxDtls").stream())
                .toList();
        List<Element> parts = details.isEmpty() ? List.of(entry) : details;
        for (int place = 0; place < parts.size(); place++) {
            Element part = parts.get(place);
            String endToEnd = SafeXml.text(part, "Refs/EndToEndId");
            String own = SafeXml.text(part, "Refs/AcctSvcrRef");
            String reference =
                    !endToEnd.isEmpty() && !endToEnd.equals(NONE) ? endToEnd : own.isEmpty() ? bankReference : own;
            Money amount = parts.size() == 1 ? money(entry) : money(part);
            entries.add(new Entry(
                    statementId + "|" + bankReference + "|" + reference + "|" + place + "|" + amount,
                    reference,
                    out ? amount.negated() : amount,
                    at,
                    SafeXml.text(part, "RmtInf/Ustrd"),
                    SafeXml.text(part, "RltdPties/DbtrAcct/Id/Othr/Id")
                            + SafeXml.text(part, "RltdPties/DbtrAcct/Id/IBAN")));
        }
    }

    private static Money money(Element of) {
        for (Element child : SafeXml.children(of)) {
            if (child.getLocalName().equals("Amt")) {
                return money(child.getTextContent().strip(), child.getAttribute("Ccy"));
            }
        }
        throw ProblemException.invalid("file", of.getLocalName(), "has a booking without an amount");
    }

    private static Money money(String text, String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Money(new BigDecimal(text).movePointRight(digits).longValueExact(), currency);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw ProblemException.invalid("file", text + " " + currency, "is no amount of whole minor units");
        }
    }

    private static Instant instant(Element entry) {
        String time = SafeXml.text(entry, "BookgDt/DtTm");
        String day = SafeXml.text(entry, "BookgDt/Dt");
        try {
            if (!time.isEmpty()) {
                return OffsetDateTime.parse(time).toInstant();
            }
            return LocalDate.parse(day).atStartOfDay(ServiceDay.VIETNAM).toInstant();
        } catch (DateTimeParseException wrong) {
            throw ProblemException.invalid("file", time + day, "is no day or time of booking");
        }
    }

    private static Content mt940(String file) {
        List<Entry> entries = new ArrayList<>();
        String account = "";
        String statement = "";
        String currency = "";
        for (String field : fields(file)) {
            String tag = field.substring(1, field.indexOf(':', 1));
            String text = field.substring(field.indexOf(':', 1) + 1);
            switch (tag) {
                case "25" -> account = text.strip();
                case "28C" -> statement = text.strip();
                case "60F", "60M" -> currency = text.length() > 10 ? text.substring(7, 10) : "";
                case "61" -> entries.add(entry(statement, currency, text, entries.size()));
                case "86" -> {
                    if (!entries.isEmpty()) {
                        Entry last = entries.removeLast();
                        entries.add(new Entry(
                                last.id(), last.reference(), last.amount(), last.at(), text.replace("\n", ""), ""));
                    }
                }
                default -> {}
            }
        }
        if (account.isEmpty() || currency.isEmpty()) {
            throw ProblemException.invalid("file", "", "is neither camt nor an MT940 with :25: and :60F:");
        }
        return new Content(true, account, entries);
    }

    private static List<String> fields(String file) {
        List<String> fields = new ArrayList<>();
        for (String line : file.replace("\r", "").split("\n")) {
            if (line.matches(":[0-9]{2}[A-Z]?:.*")) {
                fields.add(line);
            } else if (!fields.isEmpty() && !line.startsWith("-")) {
                fields.add(fields.removeLast() + "\n" + line);
            }
        }
        return fields;
    }

    private static Entry entry(String statement, String currency, String text, int place) {
        Matcher entry = ENTRY.matcher(text.split("\n")[0]);
        if (!entry.matches()) {
            throw ProblemException.invalid("file", ":61:" + text.split("\n")[0], "is no entry of an MT940");
        }
        Money amount = money(entry.group("amount").replace(',', '.').replaceAll("[.]$", ""), currency);
        boolean in = entry.group("side").equals("C") || entry.group("side").equals("RD");
        String own = entry.group("reference").strip();
        String bank = entry.group("bank") == null ? "" : entry.group("bank").strip();
        String reference = own.isEmpty() || own.equals("NONREF") ? bank : own;
        Instant at = LocalDate.parse(entry.group("day"), DateTimeFormatter.ofPattern("yyMMdd"))
                .atStartOfDay(ServiceDay.VIETNAM)
                .toInstant();
        return new Entry(
                statement + "|" + at + "|" + bank + "|" + reference + "|" + place + "|" + amount,
                reference,
                in ? amount : amount.negated(),
                at,
                "",
                "");
    }
}
