"""How charts are drawn: wording, fonts, the chart and its file; the charts themselves, each in the module of its subject."""
