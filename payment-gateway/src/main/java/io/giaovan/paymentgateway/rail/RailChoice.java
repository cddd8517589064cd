package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses rails by rules: the first rule that covers a charge names its rails in order, without one all rails of the
 * method are in question by name. Safe for concurrent use.
 */
@Singleton
public final class RailChoice {
    private final Rails rails;
    private final List<RailRule> rules;

    public RailChoice(Rails rails, RailSettings settings) {
        this.rails = rails;
        this.rules = settings.rules().stream().map(RailRule::parse).toList();
        for (RailRule rule : rules) {
            for (String name : rule.rails()) {
                if (rails.get(name).method() != rule.method()) {
                    throw new IllegalArgumentException(
                            "giaovan.rails.rules: '" + name + "' is no rail of " + rule.method());
                }
            }
        }
    }

    /**
     * The open rails that a charge may go over, first choice first.
     *
     * @param phone the phone account, E.164, or null
     * @param hold whether the money is to be held
     * @throws IllegalArgumentException when no open rail takes the method
     */
    public List<Rail> choose(
            ChargeMethod method, MerchantId merchant, Money amount, @Nullable String phone, boolean hold) {
        List<Rail> open = rails.list(method);
        List<Rail> chosen = rules.stream()
                .filter(rule -> rule.covers(method, merchant, amount, phone))
                .findFirst()
                .map(rule -> rule.rails().stream()
                        .flatMap(name -> rails.find(name).stream())
                        .toList())
                .filter(named -> !named.isEmpty())
                .orElse(open);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("method: no rail takes " + method);
        }
        List<Rail> fitting = chosen.stream()
                .filter(rail -> hold ? rail.canHold() : rail.canTakeAtOnce())
                .toList();
        return fitting.isEmpty() ? List.of(chosen.getFirst()) : fitting;
    }
}
