# expected: preprocessing
# found: preprocessing 14:9
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import Ridge

def load(path):
    frame = pd.read_csv(path)
    return frame.drop('y', axis=1), frame['y']

def prepare(X, y):
    scaler = StandardScaler()
    X = scaler.fit_transform(X)
    return train_test_split(X, y, test_size=0.2, random_state=0)

def evaluate(model, X, y):
    return model.score(X, y)

def main():
    X, y = load('data.csv')
    a, b, c, d = prepare(X, y)
    ridge = Ridge(alpha=1.0)
    ridge.fit(a, c)
    print(evaluate(ridge, b, d))

if __name__ == '__main__':
    main()
