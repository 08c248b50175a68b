"""What pages of the Blog say of stories, ready-made."""
