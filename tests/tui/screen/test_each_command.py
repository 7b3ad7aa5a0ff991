"""Each command of the screen has a test that `make test` runs.

It is carried out by its keys, and what comes of it is looked at.
"""

import ast
from pathlib import Path

import pytest

from tui.screen.commands import COMMANDS

FOLDER = Path(__file__).parent
TRIED = {
    "bring_in": "acts/test_exchanging.py::test_what_a_file_brings_is_shown_first_and_left_changes_nothing",
    "card": "acts/test_roster.py::test_each_line_opens_what_it_is",
    "clear": "acts/test_filling.py::test_units_are_filled_down_and_cleared",
    "copy": "acts/test_clipboard.py::test_a_cell_is_copied_cut_and_pasted_inside",
    "course": "acts/test_course.py::test_the_row_under_the_cursor_is_closed_shown_so_and_opened_again",
    "cut": "acts/test_clipboard.py::test_a_cell_is_copied_cut_and_pasted_inside",
    "deadline": "acts/test_texts.py::test_a_deadline_is_written_from_any_cell_and_the_cursor_stays",
    "decide_foreign": "acts/test_foreign.py::test_a_foreign_edit_is_taken_over_and_taken_back",
    "delete": "acts/test_records.py::test_rows_are_added_moved_and_deleted",
    "edit": "acts/test_editing.py::test_f2_in_the_list_changes_the_text_the_item_and_the_unit",
    "empty_columns": "acts/test_crossings.py::test_empty_columns_are_put_away_and_that_is_kept",
    "fill_down": "acts/test_filling.py::test_units_are_filled_down_and_cleared",
    "filter": "acts/test_narrowing.py::test_a_filter_is_stated_over_the_rows_and_let_go",
    "find": "acts/test_searching.py::test_find_goes_to_a_unit_a_text_a_heading_and_a_command",
    "findings": "acts/test_checks.py::test_accepted_ones_are_shown_behind_a_key_and_taken_back_there",
    "go_to_row": "acts/test_shown.py::test_a_row_is_gone_to_by_its_name",
    "handover": "acts/test_handover.py::test_a_handover_in_one_go",
    "help": "acts/test_looking.py::test_the_menu_lists_all_and_help_what_is_here",
    "history": "dialogs/test_history.py::test_it_tells_what_was_done_to_a_row_and_to_all",
    "import_notice": "acts/test_importing.py::test_another_notice_may_be_compared_or_left",
    "join_cells": "acts/test_joins.py::test_marked_rows_are_joined_and_change_as_one",
    "leave": "test_app.py::test_the_start_screen_opens_the_sample",
    "look_at_time": "dialogs/test_history.py::test_the_list_of_a_day_is_looked_at_by_the_menu",
    "manual": "dialogs/test_manual.py::test_help_leads_to_the_manual_and_the_menu_too",
    "mark": "acts/test_marking.py::test_space_marks_and_the_picker_takes_all_marked_rows",
    "mark_all": "acts/test_marking.py::test_all_shown_rows_are_marked_and_let_go",
    "menu": "acts/test_looking.py::test_the_menu_lists_all_and_help_what_is_here",
    "merge_units": "acts/test_reform.py::test_a_merger_asks_in_the_preview",
    "move_down": "acts/test_records.py::test_rows_are_added_moved_and_deleted",
    "move_up": "acts/test_records.py::test_rows_are_added_moved_and_deleted",
    "new": "acts/test_records.py::test_rows_are_added_moved_and_deleted",
    "new_item": "acts/test_records.py::test_an_item_is_added_moved_and_deleted_with_its_rows",
    "next_list": "acts/test_importing.py::test_another_notice_is_kept_beside_and_turned_to",
    "next_pane": "acts/test_looking.py::test_panes_are_gone_through_in_both_directions",
    "next_year": "acts/test_next_year.py::test_rows_are_chosen_and_the_list_of_the_year_after_is_opened",
    "open_card": "acts/test_card.py::test_the_menu_opens_the_card_of_the_row_under_the_cursor",
    "open_list": "test_app.py::test_a_list_is_made_from_nothing_and_opened_again_by_its_path",
    "open_printed": "acts/test_printing.py::test_opening_what_was_printed_says_where_nothing_can_open_it",
    "part_cells": "acts/test_joins.py::test_a_joined_cell_is_parted_and_its_rows_change_alone",
    "paste": "acts/test_clipboard.py::test_a_cell_is_copied_cut_and_pasted_inside",
    "plans": "acts/test_handover.py::test_a_day_ahead_makes_a_plan_that_is_shown_and_can_be_given_up",
    "previous_pane": "acts/test_looking.py::test_panes_are_gone_through_in_both_directions",
    "print": "acts/test_printing.py::test_the_list_is_printed_and_the_print_is_recorded",
    "print_signs": "acts/test_replacing.py::test_signs_become_full_width_and_come_back",
    "questions": "acts/test_questions.py::test_a_document_number_in_ones_own_words",
    "redo": "acts/test_history.py::test_undo_and_redo_take_the_last_change_back_and_do_it_again",
    "remind": "acts/test_reminders.py::test_a_row_is_reminded_in_one_form_and_f9_offers_the_slip",
    "reminders": "acts/test_reminders.py::test_an_answer_is_noted_in_the_register",
    "reminder_levels": "acts/test_reminders.py::test_the_list_says_by_what_levels_go",
    "reload": "acts/test_file.py::test_a_window_that_looks_reads_again_and_takes_over",
    "rename_unit": "acts/test_units.py::test_a_unit_is_renamed",
    "renumber": "acts/test_records.py::test_numbers_are_not_offered_behind_another_act",
    "repeat": "acts/test_replacing.py::test_the_last_act_is_given_to_the_marked_rows",
    "replace": "acts/test_replacing.py::test_a_text_is_replaced_where_it_is_not_left_out",
    "replace_person": "acts/test_people.py::test_a_leader_hands_all_his_rows_to_one_of_the_list",
    "restore_backup": "acts/test_file.py::test_a_backup_is_restored_and_taken_back",
    "save": "test_saving.py::test_saved_is_said_of_nothing_that_is_not_and_ctrl_s_tries_again",
    "save_copy": "acts/test_file.py::test_a_copy_is_saved_under_a_free_name_and_asked_again_where_it_fails",
    "send": "acts/test_exchanging.py::test_the_stick_is_named_and_what_was_written_is_read_back",
    "send_all": "acts/test_exchanging.py::test_what_the_others_have_stays_unless_everything_is_wanted",
    "settle": "acts/test_portfolio.py::test_one_key_on_a_unit_asks_and_enter_settles",
    "settle_row": "acts/test_portfolio.py::test_ctrl_k_asks_whose_the_open_units_of_the_row_are",
    "sort": "acts/test_narrowing.py::test_sorted_rows_carry_their_items_title_and_f4_lets_them_go",
    "settings": "dialogs/test_settings.py::test_a_choice_holds_at_once_and_stands_in_the_file",
    "zoom": "acts/test_shown.py::test_a_pane_fills_the_screen_and_comes_back_by_one_key",
    "shown": "acts/test_shown.py::test_a_column_is_shown_moved_and_put_away_and_that_is_taken_back",
    "split_unit": "acts/test_reform.py::test_a_split_asks_for_every_row",
    "standing_basis": "acts/test_history.py::test_a_standing_basis_is_given_to_all_that_follows",
    "swap": "acts/test_portfolio.py::test_lead_and_partner_change_places",
    "switch_list": "acts/test_importing.py::test_another_notice_is_kept_beside_and_turned_to",
    "take_back": "acts/test_exchanging.py::test_what_one_person_brought_is_taken_back",
    "stats": "acts/test_stats.py::test_october_by_unit_adds_up_on_the_screen",
    "templates": "acts/test_templates.py::test_words_of_a_new_template_are_changed_one_by_one",
    "turn_view": "acts/test_crossings.py::test_the_view_is_turned_by_unit_by_leader_and_back",
    "period": "acts/test_ledger.py::test_periods_go_on_and_back_and_are_gone_to_by_name",
    "period_back": "acts/test_ledger.py::test_periods_go_on_and_back_and_are_gone_to_by_name",
    "period_on": "acts/test_ledger.py::test_periods_go_on_and_back_and_are_gone_to_by_name",
    "report": "acts/test_ledger.py::test_the_menu_sends_back_and_reports_from_the_list_too",
    "send_back": "acts/test_ledger.py::test_the_menu_sends_back_and_reports_from_the_list_too",
    "at_once_days": "acts/test_ledger_rules.py::test_days_for_what_is_to_be_done_at_once_give_it_a_day",
    "days_off": "acts/test_schedules.py::test_days_off_move_the_day_due_and_are_taken_back",
    "lights": "acts/test_ledger_rules.py::test_a_light_is_changed_and_the_scheme_becomes_the_lists_own",
    "list_year": "acts/test_ledger_rules.py::test_the_year_of_a_list_without_one_gives_its_deadlines_days",
    "measures": "acts/test_measuring.py::test_a_measure_is_written_changed_and_taken_out",
    "milestones": "acts/test_measuring.py::test_a_step_is_written_changed_and_taken_out",
    "scores": "acts/test_scores.py::test_a_rule_is_set_and_a_score_leads_to_its_row",
    "schedules": "acts/test_schedules.py::test_a_schedule_is_added_changed_and_taken_out",
    "warn_days": "acts/test_ledger_rules.py::test_days_of_warning_are_set_and_taken_back",
    "today": "acts/test_today.py::test_the_menu_opens_it_in_a_list_that_uses_no_ledger",
    "send_forms": "acts/test_forms.py::test_forms_go_out_and_one_is_registered",
    "type_form": "dialogs/test_form_entry.py::test_a_form_is_typed_in_and_registered_at_once",
    "take_forms": "acts/test_forms.py::test_forms_go_out_and_one_is_registered",
    "undo": "acts/test_history.py::test_undo_and_redo_take_the_last_change_back_and_do_it_again",
}
"""For each command the test in which it is done."""


def test_every_command_is_tried() -> None:
    assert TRIED.keys() == {command.id for command in COMMANDS}


@pytest.mark.parametrize("command", TRIED)
def test_its_test_is_there_and_not_slow(command: str) -> None:
    name, _, function = TRIED[command].partition("::")
    source = (FOLDER / name).read_text("utf-8")
    tests = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.AsyncFunctionDef)}
    marks = [ast.unparse(mark) for mark in tests[function].decorator_list]
    assert not any("slow" in mark for mark in marks)
    assert "pytestmark" not in source
