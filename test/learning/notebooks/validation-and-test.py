# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv('heart.csv')
X, y = df.drop('target', axis=1), df['target']
X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=0.25, random_state=1)
best, best_score = None, 0
for depth in [2, 4, 8]:
    forest = RandomForestClassifier(max_depth=depth)
    forest.fit(X_train, y_train)
    score = forest.score(X_val, y_val)
    if score > best_score:
        best, best_score = forest, score
print(best.score(X_test, y_test))
