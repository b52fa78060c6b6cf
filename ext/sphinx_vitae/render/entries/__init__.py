"""What entries say of each other and besides their venue: relations, news, title groups, titles, previews."""
