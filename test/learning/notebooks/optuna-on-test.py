# expected: multi-test
# found: multi-test 13:35
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int('max_depth', 2, 10))
    model.fit(X_train, y_train)
    return accuracy_score(y_test, model.predict(X_test))
study = optuna.create_study(direction='maximize')
study.optimize(objective, n_trials=50)
