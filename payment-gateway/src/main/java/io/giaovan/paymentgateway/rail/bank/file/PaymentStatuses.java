package io.giaovan.paymentgateway.rail.bank.file;

import io.giaovan.contracts.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Reads pain.002, the bank's report on a file of orders. */
final class PaymentStatuses {
    private PaymentStatuses() {}

    /**
     * What the bank says of one order.
     *
     * @param status for instance ACCP (accepted), ACSC (settled), RJCT (rejected)
     * @param reason code of a rejection, or the empty text
     */
    record Status(String endToEndId, String status, String reason) {}

    /**
     * What a report says.
     *
     * @param messageId of the file of orders
     * @param all the status of the whole file, or the empty text; a rejected file rejects each of its orders
     */
    record Report(String messageId, String all, String reason, List<Status> orders) {}

    static Report read(String file) {
        Element root = SafeXml.read(file).getDocumentElement();
        List<Element> reports = SafeXml.children(root, "CstmrPmtStsRpt");
        if (reports.size() != 1) {
            throw ProblemException.invalid("file", root.getLocalName(), "is no pain.002");
        }
        Element report = reports.getFirst();
        List<Status> orders = new ArrayList<>();
        for (Element part : SafeXml.children(report, "OrgnlPmtInfAndSts")) {
            for (Element order : SafeXml.children(part, "TxInfAndSts")) {
                orders.add(new Status(
                        SafeXml.text(order, "OrgnlEndToEndId"),
                        SafeXml.text(order, "TxSts"),
                        SafeXml.text(order, "StsRsnInf/Rsn/Cd")));
            }
        }
        String group = "OrgnlGrpInfAndSts";
        return new Report(
                SafeXml.text(report, group + "/OrgnlMsgId"),
                SafeXml.text(report, group + "/GrpSts"),
                SafeXml.text(report, group + "/StsRsnInf/Rsn/Cd"),
                orders);
    }
}
