# expected: clean
# found: clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('d.csv')
scores = []
for seed in range(50):
    X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'], random_state=seed)
    scores.append(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
print(np.mean(scores), np.std(scores))
