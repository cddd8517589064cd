package io.giaovan.paymentgateway.api.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodUpdateParams;
import com.stripe.param.SetupIntentCancelParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import com.stripe.param.SetupIntentUpdateParams;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers, kept ways to pay and setup intents through the official client library. */
class CustomersIT {
    /** Canaries: they may be shown to the merchant who gave them and be nowhere else in the clear. */
    private static final String EMAIL = "canary.hoa@example.vn";

    private static final String PHONE = "+84905551234";
    private static final String NAME = "Canary Hoa Nguyen";
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    private Customer customer() throws StripeException {
        return shop.stripe()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setName(NAME)
                        .setEmail(EMAIL)
                        .setPhone(PHONE)
                        .setAddress(CustomerCreateParams.Address.builder()
                                .setLine1("12 Hàng Bạc")
                                .setCountry("VN")
                                .build())
                        .putMetadata("card", "loyal")
                        .build());
    }

    @Test
    void aCustomerIsKeptFoundChangedAndForgotten() throws StripeException {
        Customer made = customer();
        Customer changed = shop.stripe()
                .customers()
                .update(
                        made.getId(),
                        CustomerUpdateParams.builder()
                                .setDescription("Comes on Mondays")
                                .setMetadata(Map.of("card", "", "since", "2026"))
                                .build());

        assertThat(made.getEmail()).isEqualTo(EMAIL);
        assertThat(made.getAddress().getLine1()).isEqualTo("12 Hàng Bạc");
        assertThat(changed.getName()).isEqualTo(NAME);
        assertThat(changed.getMetadata()).containsExactly(Map.entry("since", "2026"));
        assertThat(shop.stripe().customers().retrieve(made.getId()).getPhone()).isEqualTo(PHONE);
        assertThat(list(EMAIL.toUpperCase(java.util.Locale.ROOT))).containsExactly(made.getId());
        assertThat(list("someone@example.vn")).isEmpty();
        for (String query : List.of("email:'" + EMAIL + "'", "name~'canary'", "metadata['since']:'2026'")) {
            assertThat(shop.stripe()
                            .customers()
                            .search(CustomerSearchParams.builder()
                                    .setQuery(query)
                                    .build())
                            .getData())
                    .as(query)
                    .extracting(Customer::getId)
                    .containsExactly(made.getId());
        }
        assertThatThrownBy(() -> TestShop.open(gateway).stripe().customers().retrieve(made.getId()))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(shop.stripe().customers().delete(made.getId()).getDeleted()).isTrue();
        assertThat(shop.stripe().customers().retrieve(made.getId()).getDeleted())
                .isTrue();
        assertThat(shop.stripe().customers().list().getData()).isEmpty();
        assertThatThrownBy(() -> shop.stripe().customers().delete(made.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(shop.told()).containsExactly("customer.created", "customer.updated", "customer.deleted");
    }

    private List<String> list(String email) throws StripeException {
        return shop
                .stripe()
                .customers()
                .list(CustomerListParams.builder().setEmail(email).build())
                .getData()
                .stream()
                .map(Customer::getId)
                .toList();
    }

    @Test
    void whatIsPersonalIsNowhereInTheClear() throws StripeException {
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey("c-" + shop.merchant())
                .build();
        CustomerCreateParams wanted = CustomerCreateParams.builder()
                .setName(NAME)
                .setEmail(EMAIL)
                .setPhone(PHONE)
                .build();
        Customer made = shop.stripe().customers().create(wanted, once);
        assertThat(shop.stripe().customers().create(wanted, once).getEmail()).isEqualTo(EMAIL);
        PaymentMethod method = shop.stripe()
                .paymentMethods()
                .create(carrierBilling(PHONE)
                        .setBillingDetails(PaymentMethodCreateParams.BillingDetails.builder()
                                .setName(NAME)
                                .setEmail(EMAIL)
                                .build())
                        .build());
        attach(method, made);
        gateway.awaitQuiet();

        for (String name : gateway.mongo().database().listCollectionNames()) {
            for (Document document :
                    gateway.mongo().database().getCollection(name).find()) {
                if (!name.startsWith("sandbox")) {
                    assertThat(document.toString())
                            .as(name)
                            .doesNotContainIgnoringCase(EMAIL)
                            .doesNotContain("905551234")
                            .doesNotContain(NAME);
                }
            }
        }
        for (Event event : shop.stripe().events().list().getData()) {
            assertThat(event.toJson())
                    .doesNotContain(EMAIL)
                    .doesNotContain("905551234")
                    .doesNotContain(NAME);
        }
    }

    @Test
    void aKeptPhoneAccountPaysForItsCustomerOnly() throws StripeException {
        Customer hoa = customer();
        PaymentMethod method = shop.stripe()
                .paymentMethods()
                .create(carrierBilling("+84900000002").build());
        PaymentMethod twin = shop.stripe()
                .paymentMethods()
                .create(carrierBilling("0900000002").build());
        assertThat(method.getRawJsonObject().toString()).doesNotContain("900000002");
        assertThat(fingerprint(method)).isEqualTo(fingerprint(twin));

        PaymentMethod attached = attach(method, hoa);
        PaymentIntent paid = shop.create(kept(40_000, method)
                .setCustomer(hoa.getId())
                .setOffSession(true)
                .setConfirm(true)
                .addExpand("customer")
                .addExpand("payment_method"));

        assertThat(attached.getCustomer()).isEqualTo(hoa.getId());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getCustomerObject().getEmail()).isEqualTo(EMAIL);
        assertThat(paid.getPaymentMethodObject().getCustomer()).isEqualTo(hoa.getId());
        assertThatThrownBy(() -> shop.create(kept(1_000, method).setConfirm(true)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("belongs to a Customer");
        Customer other = customer();
        assertThatThrownBy(() -> attach(method, other)).isInstanceOf(InvalidRequestException.class);
        assertThat(shop.stripe()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder()
                                .setCustomer(hoa.getId())
                                .build())
                        .getData())
                .extracting(PaymentIntent::getId)
                .containsExactly(paid.getId());
        assertThat(shop.stripe()
                        .paymentMethods()
                        .list(PaymentMethodListParams.builder()
                                .setCustomer(hoa.getId())
                                .build())
                        .getData())
                .extracting(PaymentMethod::getId)
                .containsExactly(method.getId());
        assertThat(shop.stripe().customers().paymentMethods().list(hoa.getId()).getData())
                .hasSize(1);
        assertThat(shop.stripe()
                        .paymentMethods()
                        .update(
                                method.getId(),
                                PaymentMethodUpdateParams.builder()
                                        .putMetadata("sim", "first")
                                        .build())
                        .getMetadata())
                .containsEntry("sim", "first");

        assertThat(shop.stripe().paymentMethods().detach(method.getId()).getCustomer())
                .isNull();
        assertThat(shop.stripe().paymentMethods().retrieve(method.getId()).getCustomer())
                .isNull();
        assertThatThrownBy(() ->
                        shop.create(kept(1_000, method).setCustomer(hoa.getId()).setConfirm(true)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("detached");
        assertThat(shop.told())
                .contains("payment_method.attached", "payment_method.updated", "payment_method.detached");
        attach(twin, hoa);
        shop.stripe().customers().delete(hoa.getId());
        assertThat(shop.stripe().paymentMethods().retrieve(twin.getId()).getCustomer())
                .isNull();
    }

    @Test
    void aBuyerWhoIsAwayAndIsAskedForAPasswordIsToldToTheMerchant() throws StripeException {
        Customer hoa = customer();
        PaymentMethod method = shop.stripe()
                .paymentMethods()
                .create(carrierBilling("+84905557777").build());
        attach(method, hoa);

        assertThatThrownBy(() -> shop.create(kept(40_000, method)
                        .setCustomer(hoa.getId())
                        .setOffSession(true)
                        .setConfirm(true)))
                .isInstanceOfSatisfying(CardException.class, asked -> {
                    assertThat(asked.getCode()).isEqualTo("authentication_required");
                    assertThat(asked.getStripeError().getPaymentIntent().getStatus())
                            .isEqualTo("requires_payment_method");
                });
        PaymentIntent present =
                shop.create(kept(40_000, method).setCustomer(hoa.getId()).setConfirm(true));
        assertThat(present.getStatus()).isEqualTo("requires_action");
        assertThat(shop.enterPassword(present, gateway.passwordOn("+84905557777"))
                        .getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void aSetupIntentProvesAndKeepsAPhoneAccountAndTakesNothing() throws StripeException {
        Customer hoa = customer();
        SetupIntent created = shop.stripe()
                .setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setCustomer(hoa.getId())
                        .addPaymentMethodType("carrier_billing")
                        .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                        .build());
        PaymentMethod method = shop.stripe()
                .paymentMethods()
                .create(carrierBilling("+84905558888").build());
        SetupIntent asked = shop.stripe()
                .setupIntents()
                .confirm(
                        created.getId(),
                        SetupIntentConfirmParams.builder()
                                .setPaymentMethod(method.getId())
                                .build());

        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        assertThat(created.getClientSecret()).startsWith(created.getId() + "_secret_");
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getNextAction().getType()).isEqualTo("carrier_billing_enter_otp");
        assertThatThrownBy(() -> setupPassword(asked, "000000"))
                .isInstanceOfSatisfying(
                        CardException.class,
                        wrong -> assertThat(
                                        wrong.getStripeError().getSetupIntent().getStatus())
                                .isEqualTo("requires_action"));
        SetupIntent done = setupPassword(asked, gateway.passwordOn("+84905558888"));
        assertThat(done.getStatus()).isEqualTo("succeeded");
        assertThat(shop.stripe().paymentMethods().retrieve(method.getId()).getCustomer())
                .isEqualTo(hoa.getId());
        assertThat(shop.stripe().balance().retrieve().getAvailable().getFirst().getAmount())
                .isZero();
        assertThat(gateway.read(gateway.get("/sandbox/telecom/books"))
                        .path("taken")
                        .toString())
                .doesNotContain("setup");
        assertThat(shop.told())
                .contains(
                        "setup_intent.created",
                        "setup_intent.requires_action",
                        "setup_intent.succeeded",
                        "payment_method.attached");
        assertThatThrownBy(() -> shop.stripe().setupIntents().confirm(done.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        late -> assertThat(late.getCode()).isEqualTo("setup_intent_unexpected_state"));
        assertThat(shop.stripe()
                        .setupIntents()
                        .list(SetupIntentListParams.builder()
                                .setCustomer(hoa.getId())
                                .build())
                        .getData())
                .extracting(SetupIntent::getId)
                .containsExactly(done.getId());
    }

    private SetupIntent setupPassword(SetupIntent asked, String password) throws StripeException {
        return shop.stripe()
                .setupIntents()
                .confirm(
                        asked.getId(),
                        SetupIntentConfirmParams.builder()
                                .putExtraParam(
                                        "payment_method_options", Map.of("carrier_billing", Map.of("code", password)))
                                .build());
    }

    @Test
    void aSetupIntentFailsIsTriedAgainAndIsGivenUp() throws StripeException {
        assertThatThrownBy(() -> shop.stripe()
                        .setupIntents()
                        .create(SetupIntentCreateParams.builder()
                                .setPaymentMethod("pm_carrier_billing_denied")
                                .setConfirm(true)
                                .build()))
                .isInstanceOfSatisfying(
                        CardException.class,
                        denied -> assertThat(denied.getCode()).isEqualTo("payment_denied"));
        List<SetupIntent> open =
                new ArrayList<>(shop.stripe().setupIntents().list().getData());
        assertThat(open).hasSize(1);
        SetupIntent noted = shop.stripe()
                .setupIntents()
                .update(
                        open.getFirst().getId(),
                        SetupIntentUpdateParams.builder()
                                .setDescription("second try")
                                .setPaymentMethod("pm_carrier_billing")
                                .build());
        assertThat(noted.getStatus()).isEqualTo("requires_confirmation");
        assertThat(shop.stripe().setupIntents().confirm(noted.getId()).getStatus())
                .isEqualTo("succeeded");

        SetupIntent other = shop.stripe()
                .setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setPaymentMethod("pm_carrier_billing_password")
                        .setConfirm(true)
                        .build());
        SetupIntent canceled = shop.stripe()
                .setupIntents()
                .cancel(
                        other.getId(),
                        SetupIntentCancelParams.builder()
                                .setCancellationReason(SetupIntentCancelParams.CancellationReason.ABANDONED)
                                .build());
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        assertThatThrownBy(() -> shop.stripe().setupIntents().cancel(other.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    private PaymentMethod attach(PaymentMethod method, Customer customer) throws StripeException {
        return shop.stripe()
                .paymentMethods()
                .attach(
                        method.getId(),
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer.getId())
                                .build());
    }

    private static String fingerprint(PaymentMethod method) {
        return method.getRawJsonObject()
                .getAsJsonObject("carrier_billing")
                .get("fingerprint")
                .getAsString();
    }

    private static PaymentMethodCreateParams.Builder carrierBilling(String phone) {
        return PaymentMethodCreateParams.builder()
                .putExtraParam("type", "carrier_billing")
                .putExtraParam("carrier_billing", Map.of("phone", phone));
    }

    private static PaymentIntentCreateParams.Builder kept(long dong, PaymentMethod method) {
        return PaymentIntentCreateParams.builder()
                .setAmount(dong)
                .setCurrency("vnd")
                .addPaymentMethodType("carrier_billing")
                .setPaymentMethod(method.getId());
    }
}
