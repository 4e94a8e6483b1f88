//! Promises: times that can be measured, figures that agree with their words, fees that are clear.

use crate::support::Portal;
use crate::support::paths::CHARTER;

#[test]
fn a_time_without_a_figure_is_doubted() {
    for time in [
        "তাৎক্ষণিক/ কার্যদিবস (প্রযোজ্য ক্ষেত্রে)",
        "নির্দেশনা অনুযায়ী",
        "অফিস চলাকালীন সময়",
        "শুনানি সাপেক্ষে",
    ] {
        Portal::charter("০৫ (পাঁচ) কার্যদিবস", time)
            .check("unmeasured-time")
            .finds(&[("content/dept/charter.yaml:13:19", time)]);
    }
}

#[test]
fn a_time_that_can_be_measured_is_none() {
    for time in [
        "তাৎক্ষণিক",
        "০৫ (পাঁচ) কার্যদিবস",
        "পাঁচ কার্যদিবস",
        "১-৭ কার্যদিবস",
        "২৪ (চব্বিশ) ঘণ্টা",
        "২(দুই) মাস",
        "তাৎক্ষণিক/ ০৩ (তিন) কার্যদিবস",
    ] {
        let portal = Portal::charter("০৫ (পাঁচ) কার্যদিবস", time);
        portal.check("unmeasured-time").finds(&[]);
        portal.check("figure-and-word").finds(&[]);
    }
}

#[test]
fn figure_and_word_that_disagree_are_marked() {
    Portal::charter("০৫ (পাঁচ) কার্যদিবস", "তাৎক্ষণিক/ ০৫ (ছয়) কার্যদিবস")
        .check("figure-and-word")
        .finds(&[("content/dept/charter.yaml:13:30", "০৫ (ছয়)")]);
    Portal::charter("০৫ (পাঁচ) কার্যদিবস", "তিন (০২) কর্ম দিবস")
        .check("figure-and-word")
        .finds(&[("content/dept/charter.yaml:13:19", "তিন (০২)")]);
}

#[test]
fn a_ditto_mark_says_nothing_on_its_own_page() {
    Portal::charter("delivery_method: সরাসরি/ ই-মেইল", "delivery_method: ঐ")
        .edit(CHARTER, "fee: বিনামূল্যে", "fee: \"-ঐ-\"")
        .check("ditto-mark")
        .finds(&[
            ("content/dept/charter.yaml:8:24", "ঐ"),
            ("content/dept/charter.yaml:18:12", "\"-ঐ-\""),
        ])
        .tells("nothing stands above");
}

#[test]
fn a_fee_that_is_free_and_an_amount_is_doubted() {
    Portal::charter("fee: ৫০ টাকা", "fee: বিনামূল্যে, ফরম ২০/- টাকা")
        .check("free-and-paid")
        .finds(&[("content/dept/charter.yaml:11:12", "বিনামূল্যে, ফরম ২০/- টাকা")]);
}

#[test]
fn a_fee_that_is_nothing_known_is_noted() {
    Portal::charter("fee: ৫০ টাকা", "fee: আলোচনা সাপেক্ষে")
        .check("unread-fee")
        .finds(&[("content/dept/charter.yaml:11:12", "আলোচনা সাপেক্ষে")]);
    for fee in ["বিদ্যমান সরকারি নীতিমালা অনুযায়ী", "যন্ত্রের মূল্যের ৫০%", "প্রযোজ্য নয়"]
    {
        Portal::charter("fee: ৫০ টাকা", &format!("fee: {fee}"))
            .check("unread-fee")
            .finds(&[]);
    }
}

#[test]
fn a_fee_without_a_way_to_pay_is_noted() {
    Portal::charter("      payment_method: চালানের মাধ্যমে\n", "")
        .check("no-payment-method")
        .finds(&[("content/dept/charter.yaml:11:12", "৫০ টাকা")]);
    Portal::small().check("no-payment-method").finds(&[]);
}

#[test]
fn a_fee_that_says_itself_how_it_is_paid_needs_no_more() {
    Portal::charter("      payment_method: চালানের মাধ্যমে\n", "")
        .edit(CHARTER, "fee: ৫০ টাকা", "fee: ৫০ টাকা, ট্রেজারি চালানে")
        .check("no-payment-method")
        .finds(&[]);
}

#[test]
fn a_time_that_is_no_latest_day_is_doubted_and_never_counted() {
    for time in [
        "কমপক্ষে ০৩ দিন",
        "৩ মাস পর পর",
        "অন্তত ৫ কার্যদিবস",
        "প্রতি ৩ কার্যদিবস",
    ] {
        let portal = Portal::charter("০৫ (পাঁচ) কার্যদিবস", time);
        portal
            .check("no-limit")
            .finds(&[("content/dept/charter.yaml:13:19", time)]);
        let outcome = portal.build().succeeds();
        let html = outcome.page("dept.first.sample.gov.bd/services/first-service/index.html");
        assert!(!html.contains("<dd data-days"), "{time}");
        let json = outcome.page("dept.first.sample.gov.bd/charter/charter.json");
        assert!(json.contains("\"working_days\": null"), "{time}\n{json}");
    }
    Portal::small().check("no-limit").finds(&[]);
}
