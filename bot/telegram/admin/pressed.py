"""What the buttons do that only admins may press."""

from bot.telegram import admin_buttons
from bot.telegram.admin import approve, articles, confirm, people
from bot.telegram.under import Acts, on

PRESSED: Acts = dict(
    (
        on(admin_buttons.Publish, confirm.carry_out),
        on(admin_buttons.ReplaceAll, confirm.replace_all),
        on(admin_buttons.Show, confirm.show),
        on(admin_buttons.Edit, confirm.edit),
        on(admin_buttons.Cancel, confirm.cancel),
        on(admin_buttons.Remove, articles.remove),
        on(admin_buttons.Replace, articles.replace_text),
        on(admin_buttons.Correct, articles.correct),
        on(admin_buttons.LetIn, approve.decided),
        on(admin_buttons.Refuse, approve.decided),
        on(admin_buttons.Block, approve.decided),
        on(admin_buttons.People, people.page_pressed),
        on(admin_buttons.Person, people.person_pressed),
    )
)
