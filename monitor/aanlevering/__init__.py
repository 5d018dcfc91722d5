"""What is handed over of a fixed measurement: a zip for the Monitor, a page for a question of parliament."""
