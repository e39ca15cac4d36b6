"""Each bad input and each known way around an approval has a test: none is only thought of."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.conftest import ROOT

TITLES_AND_REFS = {
    "a title or branch: `id`": "test_no_title_is_an_order[a command in backticks]",
    "a title or branch: $(id)": "test_no_title_is_an_order[a command in brackets]",
    'a title or branch: ";curl': "test_no_title_is_an_order[the end of a quotation]",
    "a title: %0A::set-output": "test_no_title_is_an_order[an encoded order to the runner]",
    "a title: a newline and ::add-mask::a": "test_no_title_is_an_order[orders on lines of their",
    "a branch of 256 characters": "test_a_branch_of_any_name_is_reviewed[a long name in Unicode]",
    "a branch -rf": "test_a_pull_request_into_a_branch_of_any_name_is_judged[an option]",
    "a branch refs/heads/x": "test_a_branch_of_any_name_is_reviewed[a full name of a branch]",
    "a branch of 40 hex digits": "test_a_branch_of_any_name_is_reviewed[a name like a commit]",
    "a branch main in a fork": "test_a_branch_main_of_a_fork_is_not_the_repositorys",
    "a title that a shell would run": "test_a_break_is_stopped_mended_approved_merged_and_released",
    "an id with a slash": "test_a_contract_of_any_id_is_released_once[a slash]",
    "an id with a space": "test_a_contract_of_any_id_is_released_once[a space]",
    "an id with ..": "test_a_contract_of_any_id_is_released_once[two dots]",
    "an id with ~^:?*[": "test_a_contract_of_any_id_is_released_once[signs of Git]",
    "an id with @{": "test_a_contract_of_any_id_is_released_once[a brace]",
    "an id with .lock": "test_a_contract_of_any_id_is_released_once[a lock]",
    "a tag on another commit": "test_a_tag_that_somebody_moved_is_loud_and_keeps_nothing_else_back",
    "a protected tag": "test_a_protected_tag_is_told_and_released_once_that_is_mended",
    "an immutable release": "test_releases_that_nobody_may_change_are_made",
    "a release as draft": (
        "test_wherever_a_run_is_killed_the_next_one_ends_as_an_unhurt_one[a release]"
    ),
    "notes above 125,000 characters": "test_notes_that_are_too_long_for_github_are_cut",
    "a tag that went, its release left": "test_a_tag_that_went_from_its_release_comes_back",
    "a commit that changes a workflow": "test_a_commit_that_changes_a_workflow_needs_another_token",
}
COMMENTS = {
    "our marker by somebody else": "test_our_marker_in_someone_elses_comment_makes_it_not_ours",
    "our marker in a quoted reply": "test_a_quotation_of_our_report_is_not_our_report",
    "our marker in a contract": "test_our_marker_inside_a_report_is_not_the_marker",
    "two comments of ours": "test_of_several_comments_the_oldest_stays",
    "deleted between list and edit": "test_a_comment_that_went_meanwhile_is_written_again",
    "a locked pull request": "test_what_may_not_be_written_is_told[in a locked conversation]",
    "2500 comments": "test_a_conversation_that_takes_no_comment_any_more_still_has_its_check",
    "more than 100 comments": "test_a_comment_on_the_second_page_is_found",
}
EVENTS = {
    "a fork that is deleted": "test_a_pull_request_whose_fork_is_gone_is_reviewed",
    "an author who is deleted": "test_a_pull_request_whose_author_is_gone_is_not_decided",
    "a draft": "test_a_draft_is_reviewed_and_nobody_is_asked",
    "a base that changed": "test_a_branch_from_before_the_policy_obeys_the_policy_of_today",
    "a pull request retargeted": (
        "test_a_pull_request_that_goes_elsewhere_now_is_judged_by_that_branch"
    ),
    "closed unmerged with a merge commit": "test_what_is_closed_unmerged_releases_nothing",
    "merged by rebase": "test_a_release_tells_who_approved_however_it_was_merged",
    "merged by squash": "test_a_release_tells_who_approved_however_it_was_merged",
    "a force push": "test_an_approval_outlives_a_force_push_that_leaves_the_contract",
    "a force push without before": (
        "test_an_event_tells_what_to_look_at[a force push without `before`]"
    ),
    "more than 100 labels": "test_an_event_tells_what_to_look_at[more labels than GitHub lists]",
    "a bot as author": "test_a_pull_request_of_a_bot_is_reviewed",
    "no payload": "test_what_is_no_event_is_told_with_e605[no file]",
    "a payload above 10 MB": "test_what_is_no_event_is_told_with_e605[more than GitHub sends]",
    "a schedule with another clock": "test_a_commit_of_tomorrow_is_no_fault_of_the_sweep",
    "a run of a fork": "test_the_run_after_a_forks_run_shows_what_that_could_not",
    "a token that may only read": (
        "test_a_read_only_token_fails_nothing_and_tells_everything_in_the_summary"
    ),
}
ANSWERS = {
    "401": "test_a_bad_answer_is_waited_out_or_told[a token that is not valid]",
    "403 integration": "test_a_bad_answer_is_waited_out_or_told[no right]",
    "403 with Retry-After": (
        "test_a_bad_answer_is_waited_out_or_told[a secondary limit with a time]"
    ),
    "403 without it": "test_a_bad_answer_is_waited_out_or_told[a secondary limit without one]",
    "403 for an hour": "test_a_bad_answer_is_waited_out_or_told[a secondary limit of an hour]",
    "429 with Retry-After": "test_a_bad_answer_is_waited_out_or_told[too many calls, with a time]",
    "429 without it": "test_a_bad_answer_is_waited_out_or_told[too many calls, without one]",
    "primary, reset before": (
        "test_a_limit_that_is_used_up_is_waited_out_or_told[that was set back already]"
    ),
    "primary, reset in an hour": (
        "test_a_limit_that_is_used_up_is_waited_out_or_told[for another hour]"
    ),
    "500": "test_a_bad_answer_is_waited_out_or_told[a failure]",
    "502": "test_a_bad_answer_is_waited_out_or_told[a bad gateway]",
    "503": "test_a_bad_answer_is_waited_out_or_told[nobody there]",
    "504": "test_a_bad_answer_is_waited_out_or_told[too late]",
    "a page of HTML": "test_a_bad_answer_is_waited_out_or_told[a page for people]",
    "200 with nothing": "test_a_bad_answer_is_waited_out_or_told[an empty answer]",
    "truncated JSON": "test_a_bad_answer_is_waited_out_or_told[half an answer]",
    "a lost answer": "test_whatever_one_write_is_answered_the_next_run_ends_whole[a lost answer]",
    "a slow drip": "test_a_bad_answer_is_waited_out_or_told[a slow drip]",
    "301 and 307": "test_a_repository_that_was_renamed_meanwhile_is_reviewed",
    "paging by another address": (
        "test_a_list_of_a_renamed_repository_is_read_to_its_end_or_not_at_all"
    ),
    "paging that shifts": "test_a_list_that_shifts_between_two_pages_leads_to_no_second_comment",
    "a list that lags": "test_a_list_that_lags_leads_to_no_second_comment_for_long",
    "422 already_exists": (
        "test_whatever_one_write_is_answered_the_next_run_ends_whole[something that is there"
    ),
    "409": "test_whatever_one_write_is_answered_the_next_run_ends_whole[a conflict]",
    "everything twice": "test_a_second_run_of_anything_writes_nothing",
    "four at once": "test_four_runs_at_once_and_one_more_end_as_a_single_one",
}
WAYS_AROUND = {
    "an address that GitHub does not know": (
        "test_an_account_that_github_does_not_know_keeps_a_change_undecided"
    ),
    "commits behind a merge": "test_a_commit_behind_a_merge_makes_its_author_a_contributor",
    "edits hidden in an update merge": "test_an_approval_holds_as_long_as_what_it_is_bound_to",
    "a rename out of the watched folder": (
        "test_a_contract_that_moves_out_of_the_watched_folder_is_a_contract_that_goes"
    ),
    "lists that GitHub cuts": "test_what_is_cut_short_is_never_judged",
    "a label put on by hand": "test_a_label_put_on_by_hand_approves_nothing",
    "a comment, whoever edited it": "test_a_comment_approves_nothing",
    "a policy in the same pull request": ("test_a_policy_in_the_pull_request_itself_does_not_hold"),
    "a push after the approval": "test_an_approval_of_other_content_no_longer_counts",
    "a push while it is judged": "test_nothing_is_shown_of_a_head_that_moved",
    "a token that approves": "test_the_steward_itself_reviews_nothing",
    "requirements that are all skipped": "test_what_requirements_are_together",
    "another base with a weak policy": (
        "test_a_branch_with_a_policy_of_its_own_has_a_check_of_its_own"
    ),
}
"""The bypasses that approval engines have had. A forged check is told under *What remains*."""
TABLES = {
    **TITLES_AND_REFS, **COMMENTS, **EVENTS, **ANSWERS, **WAYS_AROUND,
}  # fmt: skip


@cache
def known() -> dict[str, str]:
    """Return the text of the file of each test of the project, by the test's name."""
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "tests").rglob("test_*.py"))]
    return {
        name: text for text in texts for name in re.findall(r"(?m)^def (test_[a-z0-9_]+)\(", text)
    }


@pytest.mark.parametrize("case", TABLES)
def test_the_test_of_each_case_is_there(case: str) -> None:
    name, _, row = TABLES[case].rstrip("]").partition("[")

    assert name in known()
    assert row in known()[name]


def threats(language: str) -> list[tuple[str, ...]]:
    """Return the names of the tests in each row of the table of threats."""
    page = (ROOT / f"docs/{language}/security.md").read_text("utf-8")
    rows = re.findall(r"(?m)^\|.*`test_.*\|$", page)
    return [tuple(re.findall(r"`(test_[a-z0-9_]+)`", row)) for row in rows]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_threat_on_the_page_names_tests_that_are_there(language: str) -> None:
    named = {name for row in threats(language) for name in row}

    assert named - known().keys() == set()
    assert {name.partition("[")[0] for name in WAYS_AROUND.values()} - named == set()


def test_both_languages_name_the_same_tests_in_the_same_order() -> None:
    assert threats("en") == threats("fr")
