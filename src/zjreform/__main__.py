"""``python -m zjreform`` runs the command line."""

from zjreform.cli.main import main

if __name__ == "__main__":
    main()
