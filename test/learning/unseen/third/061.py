# expected: multi-test, preprocessing
# found: preprocessing 24:33, preprocessing 24:45, preprocessing 24:55
# missed: multi-test
# %%
# Breast cancer wisconsin - logistic regression & co
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import os
print(os.listdir("../input"))

# %%
data = pd.read_csv("../input/data.csv")
data.drop(["Unnamed: 32", "id"], axis=1, inplace=True)
data.diagnosis = [1 if each == "M" else 0 for each in data.diagnosis]
data.info()

# %%
y = data.diagnosis.values
x_data = data.drop(["diagnosis"], axis=1)

# %%
# normalization
x = x_data.apply(lambda c: (c - c.min()) / (c.max() - c.min())).values

# %%
from sklearn.model_selection import train_test_split
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.15, random_state=42)
x_train = x_train.T
x_test = x_test.T
y_train = y_train.T
y_test = y_test.T
print("x_train: ", x_train.shape)

# %%
def initialize_weights_and_bias(dimension):
    w = np.full((dimension, 1), 0.01)
    b = 0.0
    return w, b

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def forward_backward_propagation(w, b, x_train, y_train):
    z = np.dot(w.T, x_train) + b
    y_head = sigmoid(z)
    loss = -y_train * np.log(y_head) - (1 - y_train) * np.log(1 - y_head)
    cost = (np.sum(loss)) / x_train.shape[1]
    gradients = {"derivative_weight": np.dot(x_train, (y_head - y_train).T) / x_train.shape[1],
                 "derivative_bias": np.sum(y_head - y_train) / x_train.shape[1]}
    return cost, gradients

def update(w, b, x_train, y_train, learning_rate, number_of_iterarion):
    cost_list = []
    for i in range(number_of_iterarion):
        cost, gradients = forward_backward_propagation(w, b, x_train, y_train)
        w = w - learning_rate * gradients["derivative_weight"]
        b = b - learning_rate * gradients["derivative_bias"]
        cost_list.append(cost)
    return {"weight": w, "bias": b}, gradients, cost_list

def predict(w, b, x_test):
    z = sigmoid(np.dot(w.T, x_test) + b)
    return (z > 0.5).astype(int)

# %%
def logistic_regression(x_train, y_train, x_test, y_test, learning_rate, num_iterations):
    w, b = initialize_weights_and_bias(x_train.shape[0])
    parameters, gradients, cost_list = update(w, b, x_train, y_train, learning_rate, num_iterations)
    y_prediction_test = predict(parameters["weight"], parameters["bias"], x_test)
    print("test accuracy: {} %".format(100 - np.mean(np.abs(y_prediction_test - y_test)) * 100))

logistic_regression(x_train, y_train, x_test, y_test, learning_rate=1, num_iterations=30)

# %%
logistic_regression(x_train, y_train, x_test, y_test, learning_rate=1, num_iterations=300)

# %%
logistic_regression(x_train, y_train, x_test, y_test, learning_rate=3, num_iterations=300)

# %%
from sklearn import linear_model
logreg = linear_model.LogisticRegression(random_state=42, max_iter=150)
print("test accuracy: {} ".format(logreg.fit(x_train.T, y_train.T).score(x_test.T, y_test.T)))
