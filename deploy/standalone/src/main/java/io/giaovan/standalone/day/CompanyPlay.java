package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.cast.HouseApi.Upload;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a parcel company and the house's bookkeeper do about cash on delivery: the company accounts for what it took in a
 * file and transfers the rest to the house's bank account; the bookkeeper reads the file in and, when the money is there,
 * books it against the company. All of it may be done again and changes nothing then.
 */
final class CompanyPlay {
    static final String BOOKS = "/sandbox/ghn/shops/" + Cast.COMPANY_SHOP + "/remittances";
    static final String HOUSE_BOOKS = "/internal/cash/carriers/" + Cast.COMPANY + "/remittances";

    private static final String BOOKKEEPER = "Kế toán COD";

    private final Stage stage;
    private final Map<String, Paid> paid = new HashMap<>();

    /** A transfer under way: how the bank names it and how much it is. */
    private record Paid(String bankReference, long amount) {}

    CompanyPlay(Stage stage) {
        this.stage = stage;
    }

    /** The company accounts, the house reads, the company pays. */
    void account(int day) {
        String reference = reference(day);
        JsonNode remittance = stage.api()
                .house(
                        Service.PARTNERS,
                        BOOKS,
                        Map.of("reference", reference, "format", isSpreadsheetDay(day) ? "XLSX" : "CSV"));
        if (remittance.path("rows").isEmpty()) {
            return;
        }
        byte[] file = stage.api()
                .document(
                        Service.PARTNERS,
                        BOOKS + "/" + reference + "/file",
                        stage.api().houseKey());
        stage.api()
                .house(
                        Service.PAYMENTS,
                        HOUSE_BOOKS + "?reference=" + reference,
                        new Upload("application/octet-stream", file));
        long amount = remittance.path("paid").asLong();
        String account = stage.api()
                .mustGet(Service.PAYMENTS, "/sandbox/bank/books", stage.api().houseKey())
                .path("account")
                .asText();
        JsonNode receipt = stage.api()
                .mustPost(
                        Service.PAYMENTS,
                        "/sandbox/bank/transfers",
                        null,
                        "remittance-" + reference,
                        Map.of("accountNumber", account, "amount", amount, "content", "COD " + reference));
        paid.put(reference, new Paid(receipt.path("referenceCode").asText(), amount));
    }

    /** The bookkeeper finds the company's transfer among the money that names no order. */
    void place(int day) {
        String reference = reference(day);
        Paid transfer = paid.get(reference);
        if (transfer == null) {
            return;
        }
        for (JsonNode found : stage.api()
                .mustGet(Service.PAYMENTS, "/internal/suspense", stage.api().houseKey())
                .path("cases")) {
            JsonNode money = found.path("money");
            if (money.path("references").path("bank").asText().equals(transfer.bankReference())) {
                stage.api()
                        .house(
                                Service.PAYMENTS,
                                "/internal/suspense/resolutions",
                                Map.of(
                                        "caseId",
                                        money.path("id").asText(),
                                        "reference",
                                        reference,
                                        "how",
                                        "PROVIDERS",
                                        "rail",
                                        "carrier_" + Cast.COMPANY,
                                        "amount",
                                        Money.vnd(transfer.amount()),
                                        "by",
                                        BOOKKEEPER,
                                        "note",
                                        reference));
            }
        }
    }

    private String reference(int day) {
        LocalDate date = stage.plan().date().plusDays(day);
        return Cast.COMPANY + "-" + date;
    }

    /** A file is text on one day and a spreadsheet on the next; chance says which comes first. */
    private boolean isSpreadsheetDay(int day) {
        boolean first = stage.draws().of("remittance format").nextBoolean();
        return (day % 2 == 0) == first;
    }
}
