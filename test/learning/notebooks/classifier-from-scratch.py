# expected: preprocessing
# found: preprocessing 19:5
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
class Perceptron:
    def __init__(self, rate=0.1, rounds=100):
        self.rate = rate
        self.rounds = rounds
    def fit(self, X, y):
        self.w = np.zeros(X.shape[1])
        for _ in range(self.rounds):
            for row, truth in zip(X, y):
                self.w += self.rate * (truth - self.predict(row)) * row
    def predict(self, X):
        return np.where(np.dot(X, self.w) >= 0, 1, -1)
df = pd.read_csv('iris.csv')
X = StandardScaler().fit_transform(df.iloc[:, :4])
y = np.where(df['species'] == 'setosa', 1, -1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
p = Perceptron()
p.fit(X_train, y_train)
print((p.predict(X_test) == y_test).mean())
