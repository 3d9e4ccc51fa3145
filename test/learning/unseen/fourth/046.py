# expected: overlap
# found: overlap 25:1
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, ConfusionMatrixDisplay
# %%
hr = pd.read_csv('HR_comma_sep.csv')
hr['salary'] = hr['salary'].map({'low': 0, 'medium': 1, 'high': 2})
hr = pd.get_dummies(hr, columns=['sales'])
# %%
X = hr.drop('left', axis=1)
y = hr['left']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=10)
# %%
gs = GridSearchCV(RandomForestClassifier(random_state=0),
                  {'n_estimators': [50, 100], 'max_depth': [None, 8]}, cv=3)
gs.fit(X_train, y_train)
print(gs.best_params_)
# %%
# train final model with the best params
final = RandomForestClassifier(**gs.best_params_, random_state=0)
final.fit(X, y)
# %%
y_hat = final.predict(X_test)
print(classification_report(y_test, y_hat))
ConfusionMatrixDisplay.from_predictions(y_test, y_hat)
