"""What people wrote or said to each other: mails, subtitles, chats."""
