# expected: clean
# found: clean
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split, cross_val_score
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int('max_depth', 2, 10))
    return cross_val_score(model, X_train, y_train).mean()
study = optuna.create_study(direction='maximize')
study.optimize(objective, n_trials=50)
final = RandomForestClassifier(**study.best_params).fit(X_train, y_train)
print(final.score(X_test, y_test))
