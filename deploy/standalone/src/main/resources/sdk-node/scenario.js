'use strict';
// Plays the whole public API with the npm package "stripe", unchanged, against the gateway at GIAOVAN_GATEWAY.
const assert = require('node:assert/strict');
const http = require('node:http');
const Stripe = require('stripe');

const base = new URL(process.env.GIAOVAN_GATEWAY);
const key = process.env.GIAOVAN_KEY;
const connection = {host: base.hostname, port: Number(base.port), protocol: 'http', maxNetworkRetries: 2, telemetry: false};
const stripe = new Stripe(key, connection);

let played = 0;
async function step(name, work) {
  try {
    const result = await work();
    played++;
    console.log(`ok   ${name}`);
    return result;
  } catch (trouble) {
    console.error(`FAIL ${name}\n`, trouble);
    process.exit(1);
  }
}

async function refused(promise, check) {
  try {
    await promise;
  } catch (refusal) {
    check(refusal);
    return;
  }
  assert.fail('it was not refused');
}

async function until(wish, look) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    assert.ok(Date.now() < deadline, `not within 20 s: ${wish}`);
    await new Promise((resume) => setTimeout(resume, 25));
  }
}

async function scan(intent, amount) {
  const qrData = intent.next_action.vietqr_display_qr_code.data;
  const answer = await fetch(new URL('/sandbox/bank/transfers', base), {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(amount ? {qrData, amount} : {qrData}),
  });
  assert.equal(answer.status, 201);
}

async function passwordOn(phone) {
  const answer = await fetch(new URL(`/sandbox/telecom/phones/${phone}/messages`, base));
  return (await answer.json()).messages.at(-1).oneTimePassword;
}

const phone = (dong, more) => ({
  amount: dong,
  currency: 'vnd',
  confirm: true,
  payment_method_types: ['carrier_billing'],
  payment_method: 'pm_carrier_billing',
  ...more,
});

async function main() {
  const deliveries = [];
  const shop = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      deliveries.push({body: Buffer.concat(parts), signature: request.headers['stripe-signature']});
      response.writeHead(200).end();
    });
  });
  await new Promise((listening) => shop.listen(0, '127.0.0.1', listening));
  const hook = `http://127.0.0.1:${shop.address().port}/hook`;

  const endpoint = await step('a webhook endpoint is made and its secret shown once', async () => {
    const made = await stripe.webhookEndpoints.create({url: hook, enabled_events: ['*']});
    assert.match(made.secret, /^whsec_/);
    assert.equal((await stripe.webhookEndpoints.retrieve(made.id)).secret, undefined);
    return made;
  });

  const scanned = await step('an intent is created, confirmed and paid by scanning', async () => {
    const created = await stripe.paymentIntents.create({
      amount: 250000, currency: 'vnd', payment_method_types: ['vietqr'], metadata: {order_id: 'DH-1'},
    });
    const asked = await stripe.paymentIntents.confirm(created.id);
    assert.equal(asked.status, 'requires_action');
    assert.equal(asked.next_action.type, 'vietqr_display_qr_code');
    await scan(asked);
    return until('the intent is paid', async () => {
      const now = await stripe.paymentIntents.retrieve(created.id, {expand: ['latest_charge']});
      return now.status === 'succeeded' && now;
    });
  });
  assert.equal(scanned.latest_charge.amount_captured, 250000);

  await step('a password is asked for, may be wrong once, and the money is taken in part', async () => {
    const asked = await stripe.paymentIntents.create(phone(90000, {
      payment_method: 'pm_carrier_billing_password', capture_method: 'manual',
    }));
    assert.equal(asked.next_action.type, 'carrier_billing_enter_otp');
    await refused(
      stripe.paymentIntents.confirm(asked.id, {payment_method_options: {carrier_billing: {code: '000000'}}}),
      (wrong) => {
        assert.ok(wrong instanceof Stripe.errors.StripeCardError);
        assert.equal(wrong.code, 'invalid_one_time_password');
      },
    );
    const held = await stripe.paymentIntents.confirm(asked.id, {
      payment_method_options: {carrier_billing: {code: await passwordOn('+84900000100')}},
    });
    assert.equal(held.status, 'requires_capture');
    const taken = await stripe.paymentIntents.capture(held.id, {amount_to_capture: 60000});
    assert.equal(taken.amount_received, 60000);
  });

  await step('an intent is updated, then canceled, and never confirmed after', async () => {
    const open = await stripe.paymentIntents.create({amount: 1000, currency: 'vnd', payment_method_types: ['vietqr']});
    assert.equal((await stripe.paymentIntents.update(open.id, {amount: 2000, metadata: {a: 'b'}})).amount, 2000);
    const canceled = await stripe.paymentIntents.cancel(open.id, {cancellation_reason: 'abandoned'});
    assert.equal(canceled.cancellation_reason, 'abandoned');
    await refused(stripe.paymentIntents.confirm(open.id), (late) => {
      assert.ok(late instanceof Stripe.errors.StripeInvalidRequestError);
      assert.equal(late.code, 'payment_intent_unexpected_state');
    });
  });

  await step('a denied account is a card error', () =>
    refused(stripe.paymentIntents.create(phone(5000, {payment_method: 'pm_carrier_billing_denied'})), (denied) => {
      assert.equal(denied.statusCode, 402);
      assert.equal(denied.code, 'payment_denied');
      assert.equal(denied.payment_intent.status, 'requires_payment_method');
    }));

  await step('one key is one intent, and another body under it is refused', async () => {
    const once = {idempotencyKey: `once-${Date.now()}`};
    const wanted = {amount: 3000, currency: 'vnd', payment_method_types: ['vietqr']};
    const ids = await Promise.all(Array.from({length: 8}, () =>
      until('the key is answered', () => stripe.paymentIntents.create(wanted, once).catch((busy) => {
        assert.equal(busy.code, 'idempotency_key_in_use');
        return null;
      }))));
    assert.equal(new Set(ids.map((intent) => intent.id)).size, 1);
    await refused(stripe.paymentIntents.create({...wanted, amount: 3001}, once), (other) =>
      assert.ok(other instanceof Stripe.errors.StripeIdempotencyError));
  });

  await step('lists go on by themselves and searches find', async () => {
    const all = [];
    for await (const intent of stripe.paymentIntents.list({limit: 2})) all.push(intent.id);
    assert.ok(all.length >= 5);
    assert.equal(new Set(all).size, all.length);
    const found = await stripe.paymentIntents.search({query: "metadata['order_id']:'DH-1' AND status:'succeeded'"});
    assert.deepEqual(found.data.map((intent) => intent.id), [scanned.id]);
    assert.ok((await stripe.charges.list({limit: 1})).data[0].id.startsWith('ch_'));
    assert.ok((await stripe.charges.search({query: 'amount>200000'})).data.length >= 1);
    assert.equal((await stripe.charges.update(scanned.latest_charge.id, {description: 'x'})).description, 'x');
  });

  await step('refunds are partial, never too much, and may fail', async () => {
    const part = await stripe.refunds.create({payment_intent: scanned.id, amount: 50000, reason: 'requested_by_customer'});
    await until('the refund is done', async () => (await stripe.refunds.retrieve(part.id)).status === 'succeeded');
    await refused(stripe.refunds.create({payment_intent: scanned.id, amount: 200001}), (much) =>
      assert.equal(much.statusCode, 400));
    assert.equal((await stripe.refunds.update(part.id, {metadata: {why: 'late'}})).metadata.why, 'late');
    const paid = await stripe.paymentIntents.create(phone(20000, {payment_method: 'pm_carrier_billing_refund_fails'}));
    const failing = await stripe.refunds.create({payment_intent: paid.id});
    const failed = await until('the refund fails', async () => {
      const now = await stripe.refunds.retrieve(failing.id);
      return now.status === 'failed' && now;
    });
    assert.equal(failed.failure_reason, 'refund_denied');
  });

  await step('customers are kept, found and forgotten', async () => {
    const made = await stripe.customers.create({name: 'Hoa', email: 'hoa@example.vn', metadata: {card: 'loyal'}});
    await stripe.customers.update(made.id, {description: 'Mondays'});
    assert.equal((await stripe.customers.list({email: 'hoa@example.vn'})).data[0].id, made.id);
    assert.equal((await stripe.customers.search({query: "email:'hoa@example.vn'"})).data[0].description, 'Mondays');
    assert.equal((await stripe.customers.del(made.id)).deleted, true);
  });

  await step('a phone account is proven, kept and charged without its buyer', async () => {
    const customer = await stripe.customers.create({name: 'Lan'});
    const method = await stripe.paymentMethods.create({type: 'carrier_billing', carrier_billing: {phone: '0900000002'}});
    const setup = await stripe.setupIntents.create({
      customer: customer.id, payment_method: method.id, payment_method_types: ['carrier_billing'], confirm: true,
    });
    assert.equal(setup.status, 'succeeded');
    assert.equal((await stripe.paymentMethods.list({customer: customer.id})).data[0].id, method.id);
    const paid = await stripe.paymentIntents.create(phone(15000, {
      customer: customer.id, payment_method: method.id, off_session: true,
    }));
    assert.equal(paid.status, 'succeeded');
    assert.equal((await stripe.paymentMethods.detach(method.id)).customer, null);
  });

  await step('a platform acts for a merchant it connected and sends it money, and back', async () => {
    const stall = await stripe.accounts.create({type: 'custom', country: 'VN'});
    const theirs = await stripe.paymentIntents.create(phone(7000), {stripeAccount: stall.id});
    assert.equal(theirs.status, 'succeeded');
    await refused(stripe.balance.retrieve({}, {stripeAccount: 'acct_none'}), (stranger) =>
      assert.ok(stranger instanceof Stripe.errors.StripePermissionError));
    const sent = await stripe.transfers.create({amount: 30000, currency: 'vnd', destination: stall.id});
    const own = await stripe.balance.retrieve({}, {stripeAccount: stall.id});
    assert.equal(own.available[0].amount, 37000);
    await stripe.transfers.createReversal(sent.id, {amount: 10000});
    assert.equal((await stripe.transfers.retrieve(sent.id)).amount_reversed, 10000);
  });

  await step('a charge is shared with a connected merchant, and a refund takes its share back', async () => {
    const stall = await stripe.accounts.create({type: 'custom', country: 'VN'});
    const theirs = async () => (await stripe.balance.retrieve({}, {stripeAccount: stall.id})).available[0].amount;
    const paid = await stripe.paymentIntents.create(phone(40000, {
      application_fee_amount: 4000, transfer_data: {destination: stall.id}, expand: ['latest_charge'],
    }));
    assert.equal(await theirs(), 36000);
    assert.equal((await stripe.transfers.retrieve(paid.latest_charge.transfer)).amount, 40000);
    assert.equal((await stripe.applicationFees.retrieve(paid.latest_charge.application_fee)).amount, 4000);
    await stripe.refunds.create({
      payment_intent: paid.id, amount: 10000, reverse_transfer: true, refund_application_fee: true,
    });
    assert.equal(await theirs(), 27000);
  });

  await step('a merchant asks for a payout, which is paid, and for too much, which is refused', async () => {
    await refused(stripe.payouts.create({amount: 900000000, currency: 'vnd'}), (short) =>
      assert.equal(short.code, 'balance_insufficient'));
    const asked = await stripe.payouts.create({amount: 5000, currency: 'vnd', metadata: {week: '48'}});
    assert.equal(asked.automatic, false);
    await until('the payout is paid', async () => (await stripe.payouts.retrieve(asked.id)).status === 'paid');
    await refused(stripe.payouts.cancel(asked.id), (late) =>
      assert.ok(late instanceof Stripe.errors.StripeInvalidRequestError));
  });

  await step('the balance is the sum of its transactions', async () => {
    let sum = 0;
    for await (const one of stripe.balanceTransactions.list({limit: 3})) sum += one.net;
    assert.equal((await stripe.balance.retrieve()).available[0].amount, sum);
  });

  await step('a dispute takes the money away and winning it brings it back', async () => {
    const paid = await stripe.paymentIntents.create(phone(11000, {payment_method: 'pm_carrier_billing_disputed'}));
    const open = await until('the charge is disputed', async () =>
      (await stripe.disputes.list({payment_intent: paid.id})).data[0]);
    assert.equal(open.status, 'needs_response');
    const before = (await stripe.balance.retrieve()).available[0].amount;
    const won = await stripe.disputes.update(open.id, {evidence: {uncategorized_text: 'winning_evidence'}});
    assert.equal(won.status, 'won');
    assert.equal((await stripe.balance.retrieve()).available[0].amount, before + 11000);
  });

  await step('an intent runs out in the time of a test clock', async () => {
    const now = Math.floor(Date.now() / 1000);
    const clock = await stripe.testHelpers.testClocks.create({frozen_time: now, name: 'later'});
    const customer = await stripe.customers.create({test_clock: clock.id});
    const open = await stripe.paymentIntents.create({
      amount: 4000, currency: 'vnd', payment_method_types: ['vietqr'], customer: customer.id, confirm: true,
    });
    const later = await stripe.testHelpers.testClocks.advance(clock.id, {frozen_time: now + 2 * 86400});
    assert.equal(later.status, 'ready');
    assert.equal((await stripe.paymentIntents.retrieve(open.id)).status, 'canceled');
    assert.equal((await stripe.testHelpers.testClocks.del(clock.id)).deleted, true);
  });

  await step('events are listed and each webhook is what it says', async () => {
    const told = await stripe.events.list({limit: 100});
    assert.ok(told.data.some((event) => event.type === 'payment_intent.succeeded'));
    const delivery = await until('the payment is told', () =>
      deliveries.find((one) => {
        const event = JSON.parse(one.body);
        return event.type === 'payment_intent.succeeded' && event.data.object.id === scanned.id;
      }));
    const event = stripe.webhooks.constructEvent(delivery.body, delivery.signature, endpoint.secret);
    assert.equal(event.data.object.amount_received, 250000);
    for (const one of deliveries) stripe.webhooks.constructEvent(one.body, one.signature, endpoint.secret);
    assert.throws(() =>
      stripe.webhooks.constructEvent(
        delivery.body.toString().replace('250000', '250001'), delivery.signature, endpoint.secret));
    assert.equal((await stripe.webhookEndpoints.update(endpoint.id, {disabled: true})).status, 'disabled');
    assert.equal((await stripe.webhookEndpoints.del(endpoint.id)).deleted, true);
  });

  await step('a wrong key opens nothing', () =>
    refused(new Stripe('sk_test_wrong', connection).balance.retrieve(), (stranger) =>
      assert.ok(stranger instanceof Stripe.errors.StripeAuthenticationError)));

  shop.close();
  shop.closeAllConnections();
  console.log(`stripe-node ${Stripe.PACKAGE_VERSION ?? require('stripe/package.json').version}: ${played} of ${played} steps are as they should be, ${deliveries.length} webhooks verified.`);
}

main().catch((trouble) => {
  console.error('FAIL', trouble);
  process.exit(1);
});
