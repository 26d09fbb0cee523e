"""A Bot API server for tests: real HTTP, Telegram's limits and wording, and a user's side.

`server` and `web` are the HTTP side, `updates` the way to the bot (polling and webhook), `methods`
with `messages` and `about` what may be called, on a `state`; `limits` what is refused. `user` is
what people do and see, `process` the bot as users run it, `direct` the bot in the tests' own
process and without HTTP, `oracle` a second opinion on its calls.
"""
