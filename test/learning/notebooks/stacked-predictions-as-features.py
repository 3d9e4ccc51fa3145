# expected: clean
# found: clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
df = pd.read_csv('d.csv')
X, X_test, y, y_test = train_test_split(df.drop('y', axis=1), df['y'])
X_a, X_b, y_a, y_b = train_test_split(X, y, test_size=0.5)
base = RandomForestClassifier().fit(X_a, y_a)
meta = LogisticRegression()
meta.fit(base.predict_proba(X_b), y_b)
print(meta.score(base.predict_proba(X_test), y_test))
